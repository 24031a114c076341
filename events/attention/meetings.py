"""Finds meetings and series that need attention, in the database, by the dates from ``due``."""

from django.db.models import Count, Max, Q

from networks.models.choices import Status as NetworkStatus
from networks.rights.access import editable

from ..models import EventPage, Occurrence
from ..models.choices import Status
from .due import confirm_until, ends_until, minutes_between


def own_meetings(user):
    """The meetings that ``user`` may change, each once (in the source language), including those on draft pages."""
    rows = Occurrence.objects.of_source()
    if user.is_active and user.is_superuser:
        return rows
    return rows.filter(page__in=editable(user, EventPage.objects.all()).values("pk"))


def to_confirm(meetings, today):
    """Preliminary meetings close in time, the next one first. Not those on draft pages, which nobody sees yet."""
    near = meetings.filter(status=Status.TENTATIVE, page__live=True, start_date__lte=confirm_until(today))
    return near.filter(start_date__gte=today).order_by("starts_at", "pk")


def to_minute(meetings, today):
    """Meetings that were held but lack minutes, latest first, in networks that publish minutes here."""
    first, last = minutes_between(today)
    held = meetings.not_cancelled().filter(page__live=True, minutes=None, last_day__gte=first, last_day__lte=last)
    kept = Q(page__network__publishes_minutes=True) & ~Q(page__network__status=NetworkStatus.CLOSED)
    return held.filter(kept).order_by("-starts_at", "-pk")


def near_their_end(meetings, today):
    """The series among ``meetings`` whose last meeting is near: live events with ``last_meeting`` (a date).

    A series follows a rule, or is a list of dates after which its network has nothing planned.
    """
    until = ends_until(today)
    active = Q(page__network=None) | Q(page__network__status=NetworkStatus.ACTIVE)
    held = meetings.not_cancelled().filter(active, page__live=True)
    coming = held.upcoming(today).order_by()
    later = set(coming.filter(start_date__gt=until).values_list("page", "page__network").distinct())
    continued, planned = {event for event, _ in later}, {network for _, network in later}
    near = coming.filter(start_date__gte=today, start_date__lte=until).values("page").annotate(last=Max("start_date"))
    last = {event: day for event, day in near.values_list("page", "last") if event not in continued}
    several = held.order_by().filter(page__in=last).values("page").annotate(number=Count("pk")).filter(number__gt=1)
    events = EventPage.objects.filter(pk__in=several.values("page")).select_related("network").defer_streamfields()
    ending = [event for event in events if event.recurrence or event.network_id not in planned]
    for event in ending:
        event.last_meeting = last[event.pk]
    return sorted(ending, key=lambda event: (event.last_meeting, event.title, event.pk))
