"""What each feed holds. Every feed starts from ``public()``; a key that no visitor may know of gives None.

The keys are translation keys, which outlive renames, moves and new slugs. A closed network keeps its feed.
"""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import OuterRef, Q, Subquery
from wagtail.models import Locale

from networks.models import Area, NetworkPage
from networks.querysets import restricted_paths

from .components import absolute
from .ical import Heading
from .models import CalendarObject, CalendarPage, EventPage, Occurrence
from .querysets import OccurrenceQuerySet


@dataclass(frozen=True)
class Feed:
    """A feed's name, the address of the page that it belongs to, and its meetings."""

    name: str
    page_url: str
    meetings: OccurrenceQuerySet
    single: bool = False

    def heading(self, address):
        return Heading(self.name, address, absolute(self.page_url), self.single)


def texts(meetings):
    """The stored VEVENTs of ``meetings`` (a queryset of occurrences) in order of time. One query."""
    stored = CalendarObject.objects.filter(uid=OuterRef("translation_key")).values("component")
    rows = meetings.order_by("starts_at", "translation_key").annotate(text=Subquery(stored))
    return [text for text in rows.values_list("text", flat=True) if text]


def region_feed():
    return Feed("Göteborgsregionens nätverk", _calendar_url(), Occurrence.objects.public())


def area_feed(key):
    area = Area.objects.filter(translation_key=key, locale__in=_source()).first()
    if area is None:
        return None
    networks = NetworkPage.objects.listed().in_area(area).filter(locale__in=_source())
    meetings = Occurrence.objects.public().for_networks(networks.values("pk"))
    return Feed(f"Göteborgsregionens nätverk: {area.name}", _calendar_url(), meetings)


def network_feed(key):
    network = NetworkPage.objects.listed().filter(translation_key=key, locale__in=_source()).first()
    if network is None:
        return None
    return Feed(network.title, network.url, Occurrence.objects.public().for_networks([network.pk]))


def event_feed(key):
    events = EventPage.objects.live().exclude(restricted_paths()).filter(Q(network=None) | Q(network__live=True))
    event = events.filter(translation_key=key, locale__in=_source()).select_related("network").first()
    if event is None:
        return None
    return Feed(_event_name(event), event.url, Occurrence.objects.public().filter(page=event))


def occurrence_feed(key):
    meetings = Occurrence.objects.public().filter(translation_key=key)
    row = meetings.select_related("page__network").first()
    if row is None:
        return None
    return Feed(_event_name(row.page), row.get_absolute_url(), meetings, single=True)


def _event_name(event):
    return f"{event.network.title}: {event.title}" if event.network else event.title


def _calendar_url():
    page = CalendarPage.objects.live().filter(locale__in=_source()).first()
    return page.url if page else ""


def _source():
    return Locale.objects.filter(language_code=settings.LANGUAGE_CODE).values("pk")
