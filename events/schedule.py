"""The meetings of one network or one event, as its page shows them."""

from itertools import groupby

from django.conf import settings
from django.db.models import F, Window
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils import timezone

from .models import CalendarPage, EventPage, Occurrence
from .periods import FIRST_YEAR, LAST_YEAR, year_bounds
from .rule_text import rule_text

PER_YEAR = 40


def network_schedule(network, request):
    """What the network's page shows of its meetings: the next one, this year's, later years', and past years.

    A past year is shown when the address asks for it (``?ar=2019``). At most PER_YEAR meetings of a year are listed.
    """
    today = timezone.localdate()
    source = _source(network)
    meetings = Occurrence.objects.public().for_networks([source.pk])
    counts = meetings.per_year()
    archive_year = _asked_year(request, counts)
    coming = [year for year in sorted(counts) if year > today.year]
    this_year, hidden = _year(meetings, today.year)
    return {
        "template": "events/network_schedule.html",
        "next_meeting": meetings.with_pages().upcoming(today).not_cancelled().first(),
        "today": today,
        "year": today.year,
        "meetings": this_year,
        "hidden_count": hidden,
        "coming_years": [(year, _year(meetings, year)[0]) for year in coming[:2]],
        "past_years": [
            (year, counts[year], f"?ar={year}") for year in sorted(counts, reverse=True) if year < today.year
        ],
        "archive_year": archive_year,
        "archive": _year(meetings, archive_year)[0] if archive_year else [],
        "events": EventPage.objects.live().of_networks([source.pk]).order_by("title"),
        "calendar_url": _calendar_url(network),
        "feed_url": reverse("feeds:network", args=[network.translation_key]),
        "note": network.schedule_note,
        "has_meetings": bool(counts),
    }


def event_schedule(event):
    """What the event's page shows: the next meeting, those to come, and past ones by year, the latest first."""
    today = timezone.localdate()
    rows = Occurrence.objects.public().filter(page=_source(event)).with_pages()
    upcoming = list(rows.upcoming(today))
    past = rows.past(today)
    return {
        "owners": event.owners(),
        "today": today,
        "next_meeting": next((row for row in upcoming if not row.is_cancelled), None),
        "upcoming": upcoming,
        "past_years": [(year, list(group)) for year, group in groupby(past, key=lambda row: row.start_date.year)],
        "rule_text": rule_text(event),
        "feed_url": reverse("feeds:event", args=[event.translation_key]),
    }


def attach_next_meetings(networks):
    """Give each network of a list its ``next_meeting`` (or None), in two queries for all of them."""
    by_key = {network.pk: network for network in networks}
    for network in networks:
        network.next_meeting = None
    rows = Occurrence.objects.public().for_networks(list(by_key)).with_pages().not_cancelled()
    for row in _first_per_event(rows.upcoming(timezone.localdate())):
        for key in row.page.owner_ids():
            network = by_key.get(key)
            if network is not None and network.next_meeting is None:
                network.next_meeting = row


def _first_per_event(rows):
    ranked = rows.annotate(rank=Window(RowNumber(), partition_by=F("page"), order_by=["starts_at", "pk"]))
    return ranked.filter(rank=1).prefetch_related("page__co_owners").order_by("starts_at", "pk")


def _source(page):
    """The page in the source language, which alone says when meetings are."""
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return page
    return page.get_translations().filter(locale__language_code=settings.LANGUAGE_CODE).first() or page


def _year(meetings, year):
    rows = list(meetings.with_pages().between(*year_bounds(year))[: PER_YEAR + 1])
    if len(rows) <= PER_YEAR:
        return rows, 0
    return rows[:PER_YEAR], meetings.between(*year_bounds(year)).count() - PER_YEAR


def _asked_year(request, counts):
    text = request.GET.get("ar", "")
    year = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else None
    return year if year in counts and FIRST_YEAR <= year <= LAST_YEAR else None


def _calendar_url(network):
    calendar = CalendarPage.objects.live().filter(locale=network.locale).first()
    return f"{calendar.url}?natverk={network.slug}" if calendar else None
