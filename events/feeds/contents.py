"""What each feed holds. Every feed starts from ``public()``; a key that no visitor may know of gives None.

The keys are translation keys, which outlive renames, moves and new slugs. A closed network keeps its feed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import BinaryField, Func, OuterRef, Subquery
from django.http import QueryDict
from django.utils.translation import gettext as _
from wagtail.models import Locale

from networks.models import Area, NetworkPage
from networks.translation import address, shown_language

from ..ical.vcalendar import Heading
from ..models import CalendarObject, EventPage, Occurrence
from ..selection.addresses import SelectionForm, calendar_url, change_text, keys_of, my_networks_url, networks_named
from ..selection.short_keys import joined
from .components import absolute
from .translated import translated_components


@dataclass(frozen=True)
class Feed:
    """A feed's name, the address of the page that it belongs to, and what gives its VEVENTs: of what it holds on a
    day, or of all for None, with or without the cancelled meetings."""

    name: str
    page_url: str
    components: Callable[[date | None, bool], bytes]
    single: bool = False
    description: str = ""

    def heading(self, address):
        return Heading(self.name, address, absolute(self.page_url), self.single, self.description)


def components_of(meetings):
    """The ``components`` of a feed that holds ``meetings``, a queryset of occurrences."""

    def of_day(today, without_cancelled):
        held = meetings.feed_window(today) if today else meetings
        return components(held.not_cancelled() if without_cancelled else held)

    return of_day


class Utf8(Func):
    """A text as the bytes that go out: thousands of texts need not be read into strings and written out again."""

    output_field = BinaryField()
    template = "CAST(%(expressions)s AS BLOB)"  # SQLite keeps UTF-8

    def as_postgresql(self, compiler, connection, **extra):
        return self.as_sql(compiler, connection, template="convert_to(%(expressions)s, 'UTF8')", **extra)


def components(meetings):
    """The VEVENTs of ``meetings`` (a queryset of occurrences) in the shown language, in order of time, joined."""
    if shown_language() != settings.LANGUAGE_CODE:
        return translated_components(meetings)
    stored = CalendarObject.objects.filter(uid=OuterRef("translation_key")).values(octets=Utf8("component"))
    rows = meetings.order_by("starts_at", "translation_key").annotate(octets=Subquery(stored))
    return b"".join(octets for octets in rows.values_list("octets", flat=True) if octets)


def region_name():
    return _("Göteborgsregionens nätverk")


def region_feed():
    return Feed(region_name(), calendar_url(), components_of(Occurrence.objects.public()))


def area_feed(key):
    area = Area.objects.filter(translation_key=key, locale__in=_source()).in_language().first()
    if area is None:
        return None
    networks = NetworkPage.objects.listed().in_area(area).filter(locale__in=_source())
    meetings = Occurrence.objects.public().for_networks(networks.values("pk"))
    return Feed(f"{region_name()}: {area.name}", calendar_url(), components_of(meetings))


def network_feed(key):
    network = NetworkPage.objects.listed().of_source().filter(translation_key=key).in_language().first()
    if network is None:
        return None
    meetings = Occurrence.objects.public().for_networks([network.pk])
    return Feed(network.title, address(network), components_of(meetings))


def event_feed(key):
    event = EventPage.objects.listed().filter(translation_key=key).select_related("network").in_language().first()
    if event is None:
        return None
    meetings = Occurrence.objects.public().filter(page=event)
    return Feed(_event_name(event), address(event), components_of(meetings))


def occurrence_feed(key):
    meetings = Occurrence.objects.public().filter(translation_key=key)
    row = meetings.select_related("page__network").in_language().first()
    if row is None:
        return None
    return Feed(_event_name(row.page), row.get_absolute_url(), components_of(meetings), single=True)


def selection_feed(query):
    """A filtered view of the calendar; ``query`` is what ``selection_query`` gives. Always a feed, be it empty."""
    form = SelectionForm(QueryDict(query))
    form.is_valid()
    meetings = Occurrence.objects.public()
    if form.errors or not form.chosen:  # half a choice would show more than was asked for
        description = change_text([], absolute(calendar_url()))
        return Feed(region_name(), calendar_url(), components_of(meetings.none()), description=description)
    description = change_text(form.labels, absolute(form.page_url))
    chosen = components_of(form.narrow(meetings))
    return Feed(f"{region_name()}: {form.name}", form.page_url, chosen, description=description)


def my_networks_feed(text):
    """The meetings of the networks that ``text`` names: short keys joined with hyphens. Always a feed."""
    keys = keys_of(NetworkPage)
    networks = list(networks_named(text, keys))
    chosen = joined([network.translation_key for network in networks], keys)
    page_url = my_networks_url(chosen)
    meetings = Occurrence.objects.public().for_networks([network.pk for network in networks])
    description = change_text([network.title for network in networks], absolute(page_url))
    return Feed(_("Mina nätverk"), page_url, components_of(meetings), description=description)


def _event_name(event):
    return f"{event.network.title}: {event.title}" if event.network else event.title


def _source():
    return Locale.objects.filter(language_code=settings.LANGUAGE_CODE).values("pk")
