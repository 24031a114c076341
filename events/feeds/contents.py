"""The contents of each feed. Every feed begins with ``public()``. A key that no visitor may know of gives None.

Keys are translation keys, which survive renames, moves and new slugs. A closed network keeps its feed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import BinaryField, Func, OuterRef, Subquery
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from networks.models import Area, NetworkPage
from networks.translation import address, shown_language

from ..ical.vcalendar import Heading
from ..models import CalendarObject, EventPage, Occurrence
from ..selection.addresses import SelectionForm, calendar_url, change_text, keys_of, my_networks_url, networks_named
from ..selection.removed import deleted_networks
from ..selection.short_keys import joined
from .addresses import file_name, named, unnamed
from .components import absolute
from .translated import translated_components
from .withdrawn import withdrawn


@dataclass(frozen=True)
class Feed:
    """A feed's name, its own address and its page's, and the function that gives its VEVENTs: those of a given day or,
    for None, all of them, with or without cancelled meetings. ``file_name`` has no ending."""

    name: str
    address: str
    page_url: str
    components: Callable[[date | None, bool], bytes]
    single: bool = False
    description: str = ""
    day: str = ""

    @property
    def file_name(self):
        return file_name(self.name, self.day)

    def heading(self, address):
        return Heading(self.name, address, absolute(self.page_url), self.single, self.description)


def components_of(meetings, **removed):
    """The ``components`` function of a feed with ``meetings``, a queryset of occurrences. ``removed`` says which
    removed meetings belong to it: see ``withdrawn``."""

    def of_day(today, without_cancelled):
        held = meetings.feed_window(today) if today else meetings
        if without_cancelled:
            return components(held.not_cancelled())
        return components(held) + (withdrawn(shown_language(), today, **removed) if removed else b"")

    return of_day


class Utf8(Func):
    """Reads a text as the bytes to send, so that thousands of texts are not decoded and encoded again."""

    output_field = BinaryField()
    template = "CAST(%(expressions)s AS BLOB)"  # SQLite stores UTF-8

    def as_postgresql(self, compiler, connection, **extra):
        return self.as_sql(compiler, connection, template="convert_to(%(expressions)s, 'UTF8')", **extra)


def components(meetings):
    """The joined VEVENTs of ``meetings`` (a queryset of occurrences) in the shown language, in order of time."""
    if shown_language() != settings.LANGUAGE_CODE:
        return translated_components(meetings)
    stored = CalendarObject.objects.filter(uid=OuterRef("translation_key")).values(octets=Utf8("component"))
    rows = meetings.order_by("starts_at", "translation_key").annotate(octets=Subquery(stored))
    return b"".join(octets for octets in rows.values_list("octets", flat=True) if octets)


def region_name():
    return _("Göteborgsregionens nätverk")


def region_feed():
    return Feed(region_name(), unnamed("region"), calendar_url(), components_of(Occurrence.objects.public(), all=True))


def area_feed(key):
    area = Area.objects.of_source().filter(translation_key=key).in_language().first()
    if area is None:
        return None
    networks = NetworkPage.objects.listed().in_area(area).of_source()
    meetings = Occurrence.objects.public().for_networks(networks.values("pk"))
    own_address = named("area", area.name, key)
    return Feed(f"{region_name()}: {area.name}", own_address, calendar_url(), components_of(meetings, areas=[key]))


def network_feed(key):
    network = NetworkPage.objects.listed().of_source().filter(translation_key=key).in_language().first()
    if network is None:
        return _removed_feed("network", key, owners=[key])
    meetings = Occurrence.objects.public().for_networks([network.pk])
    own = components_of(meetings, owners=[key])
    return Feed(network.title, named("network", network.title, key), address(network), own)


def event_feed(key):
    event = EventPage.objects.listed().filter(translation_key=key).select_related("network").in_language().first()
    if event is None:
        return _removed_feed("event", key, event_key=key)
    meetings = Occurrence.objects.public().filter(page=event)
    name = event_name(event)
    return Feed(name, named("event", name, key), address(event), components_of(meetings, event_key=key))


def occurrence_feed(key):
    meetings = Occurrence.objects.public().filter(translation_key=key)
    row = meetings.select_related("page__network").in_language().first()
    if row is None:
        return _removed_feed("occurrence", key, single=True, uid=key)
    name, day = event_name(row.page), row.start_date.isoformat()
    own_address = named("occurrence", name, key, day=day)
    return Feed(name, own_address, row.get_absolute_url(), components_of(meetings), single=True, day=day)


def _removed_feed(kind, key, *, single=False, **removed):
    """The feed of something that is deleted and whose meetings are still told as cancelled; None for anything else."""
    if not withdrawn(settings.LANGUAGE_CODE, timezone.localdate(), **removed):
        return None
    if kind == "network" and NetworkPage.objects.filter(translation_key=key).exists():
        return None  # it is hidden, not deleted
    nothing = components_of(Occurrence.objects.none(), **removed)
    return Feed(region_name(), unnamed(kind, key=key), calendar_url(), nothing, single=single)


def selection_feed(query):
    """The feed of a filtered calendar; ``query`` is from ``selection_query``. Always a feed, though perhaps empty."""
    form = SelectionForm(QueryDict(query))
    form.is_valid()
    meetings = Occurrence.objects.public()
    if form.errors or not form.chosen:  # with an invalid filter left out, the feed would show more than was asked for
        description = change_text([], absolute(calendar_url()))
        removed = {"fits": form.fits_removed} if form.deleted_network else {}
        nothing = components_of(meetings.none(), **removed)
        own_address = f"{unnamed('selection')}?{query}"
        return Feed(region_name(), own_address, calendar_url(), nothing, description=description)
    description = change_text(form.labels, absolute(form.page_url))
    chosen = components_of(form.narrow(meetings), fits=form.fits_removed)
    own_address = f"{named('selection', form.name)}?{query}"
    return Feed(f"{region_name()}: {form.name}", own_address, form.page_url, chosen, description=description)


def my_networks_feed(text):
    """The feed of the networks named by ``text``, short keys joined with hyphens. Always a feed, perhaps empty."""
    keys = keys_of(NetworkPage)
    networks = list(networks_named(text, keys))
    chosen = joined([network.translation_key for network in networks], keys)
    page_url = my_networks_url(chosen)
    meetings = Occurrence.objects.public().for_networks([network.pk for network in networks])
    description = change_text([network.title for network in networks], absolute(page_url))
    owners = [network.translation_key for network in networks] + deleted_networks(text, keys)
    own = components_of(meetings, owners=owners)
    own_address = named("my_networks", _("Mina nätverk"), text)
    return Feed(_("Mina nätverk"), own_address, page_url, own, description=description)


def event_name(event, title=""):
    """The name of an event's feed; with the network's first, where there is one. ``title``: the shown page's, where
    ``event`` has not been lent it."""
    title = title or event.title
    return f"{event.network.title}: {title}" if event.network else title
