"""Verbs for lists of meetings. ``public()`` alone decides what visitors may see: on pages, in feeds and in search."""

from datetime import date, timedelta
from functools import cache

from django.apps import apps
from django.db import models
from django.db.models import F, Q
from wagtail.query import PageQuerySet

from networks.fields.declared import NETWORK, unlisted
from networks.restrictions.closed_paths import restricted_paths
from networks.translation import LanguageQuerySet, source_locale

from ..days.zone import midnight
from ..fields.declared import EVENT, FILES
from .choices import Status
from .mentions import mention

# No meeting is longer, so a list of one day looks this far back at most and an index on the start serves it.
LONGEST = timedelta(days=31)
FEED_PAST = timedelta(days=365)
_UNLISTED = (*(f"page__{name}" for name in unlisted(EVENT)), *(f"page__network__{name}" for name in unlisted(NETWORK)))


@cache
def _source_and_live():
    """What never changes in ``public()``, put together once: this is part of nearly every query."""
    # Looked up once: a join would ask each meeting's network.
    live_networks = apps.get_model("networks", "NetworkPage").objects.live().values("pk")
    # Without a join, an index on locale and start gives the rows in order.
    return Q(locale=source_locale(), page__live=True), Q(page__network=None) | Q(page__network__in=live_networks)


class EventPageQuerySet(LanguageQuerySet, PageQuerySet):
    def listed(self):
        """Events whose meetings are public, in the source language: see ``OccurrenceQuerySet.public``."""
        networks = apps.get_model("networks", "NetworkPage").objects.live().values("pk")
        return self.live().of_source().filter(Q(network=None) | Q(network__in=networks)).exclude(restricted_paths())

    def of_networks(self, network_ids):
        """Events that any of the networks owns, alone or with others. ``network_ids``: keys, or a subquery of them."""
        owners = apps.get_model("events", "EventOwner").objects.agreed()
        joint = owners.filter(network__in=network_ids).values("page")
        return self.filter(Q(network__in=network_ids) | Q(pk__in=joint))


class OccurrenceQuerySet(LanguageQuerySet):
    def public(self):
        """Meetings that any visitor may see, each once: rows of the source language, of live and open pages.

        A network that is not live hides its meetings too. Costs one query for the restrictions.
        """
        return self.live().exclude(restricted_paths("page__"))

    def shown_on(self, page):
        """Meetings for whoever reads ``page`` (in the source language): the public ones and, if it is closed, those
        that are closed by the same restrictions and no other."""
        return self.live().exclude(restricted_paths("page__", inside=page.path))

    def live(self):
        """Meetings of live pages, open or closed: ask ``public()`` or ``shown_on()`` before they are shown."""
        return self.filter(*_source_and_live())

    def with_pages(self):
        """Fetch what a line of a list shows, in the same query, and none of the long texts. Its words are those of
        the shown language."""
        rows = self.select_related("page", "page__network", "page__network__area", *FILES)
        return rows.defer(*_UNLISTED).in_language()

    def between(self, start: date, end: date):
        """Meetings that touch the half-open interval of local dates ``[start, end)``, in order."""
        reach = self.filter(starts_at__gte=midnight(start - LONGEST), starts_at__lt=midnight(end), last_day__gte=start)
        return reach.order_by("starts_at", "pk")

    def upcoming(self, today: date):
        """From today on, a meeting that is going on included, the next one first."""
        return self.filter(starts_at__gte=midnight(today - LONGEST), last_day__gte=today).order_by("starts_at", "pk")

    def past(self, today: date):
        """Meetings that ended before today, the latest first."""
        return self.filter(last_day__lt=today).order_by("-starts_at", "-pk")

    def for_networks(self, network_ids):
        """Meetings of events that any of the networks owns. ``network_ids``: keys, or a subquery of them."""
        events = apps.get_model("events", "EventPage").objects.of_networks(network_ids)
        return self.filter(page__in=events.values("pk"))

    def in_area(self, area):
        """Meetings of networks in the area, joint meetings included. A hidden network does not count."""
        networks = apps.get_model("networks", "NetworkPage").objects.listed().in_area(area)
        return self.for_networks(networks.values("pk"))

    def of_format(self, value):
        """Meetings held in that form: the row's own, or else the event's usual one."""
        return self.filter(Q(format=value) | Q(format="", page__format=value))

    def mentioning(self, text):
        """Meetings whose theme, place, event or network holds ``text``, in any case and with or without dots."""
        return self.filter(mention(text))

    def saying(self, condition):
        """Meetings that fit a ``condition`` of ``mentions.saying``."""
        return self.filter(condition)

    def on_days(self, days):
        """Meetings that begin on one of the local dates, or that may reach into one from an earlier day."""
        if not days:
            return self.none()
        return self.between(min(days), max(days) + timedelta(days=1)).filter(
            Q(start_date__in=days) | Q(end_date__isnull=False)
        )

    def at_places(self, places):
        """Meetings held at a place that is written just so: the row's own, or else the event's usual one."""
        return self.filter(Q(place__in=places) | Q(place="", page__place__in=places))

    def not_cancelled(self):
        return self.exclude(status=Status.CANCELLED)

    def per_year(self):
        """``{year: number of meetings}``, by the year in which a meeting starts."""
        years = self.order_by().values_list("start_date__year").annotate(number=models.Count("pk"))
        return dict(years)

    def first_of_years(self, years, limit):
        """At most the first ``limit`` meetings that start in each of ``years``."""
        year = models.functions.ExtractYear("start_date")
        rank = models.Window(models.functions.RowNumber(), partition_by=year, order_by=["starts_at", "pk"])
        return self.filter(start_date__year__in=years).annotate(rank=rank).filter(rank__lte=limit)

    def ranked_by_day(self, limit):
        """``(pk, start_date, last_day, number that day)`` of the first ``limit`` meetings of each day, in order."""
        window = {"partition_by": F("start_date")}
        rows = self.annotate(
            rank=models.Window(models.functions.RowNumber(), order_by=["starts_at", "pk"], **window),
            number=models.Window(models.Count("pk"), **window),
        )
        return (
            rows.filter(rank__lte=limit)
            .order_by("starts_at", "pk")
            .values_list("pk", "start_date", "last_day", "number")
        )

    def feed_window(self, today: date):
        """What a feed holds: a year back, so that nothing vanishes from people's calendars, and all that comes."""
        return self.filter(last_day__gte=today - FEED_PAST)
