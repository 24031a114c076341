"""The state of the feeds that many share: what they contain, how large they are and what is wrong with them.

Takes a fixed number of queries however many networks there are. Each stored text is checked once, even though it is in
three feeds or more.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.db.models import OuterRef, Subquery

from networks.models import Area, NetworkPage

from ..ical.editions import Edition
from ..ical.lint import heading_faults, meeting_faults, shared_faults
from ..ical.vcalendar import Heading, calendar
from ..models import CalendarObject, CalendarStamp, EventOwner, Occurrence
from .addresses import named, unnamed
from .components import absolute
from .contents import calendar_url, region_name

KEEP = 3600  # seconds; the stamp is in the key


@dataclass(frozen=True)
class FeedHealth:
    """``key`` is the key that fetches are counted by. ``faults`` are pairs of a fault from ``lint`` and how often."""

    key: str
    name: str
    address: str
    size: int
    meetings: int
    changed_at: datetime | None
    faults: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class _Stored:
    uid: str
    size: int
    changed_at: datetime
    faults: tuple[str, ...]
    networks: frozenset[int]


def feed_health(today):
    """``[FeedHealth]`` for the region, the areas in their order and the listed networks by name."""
    edition = Edition("feed-health", *CalendarStamp.current(), today)
    return cache.get_or_set(f"feed-health-{edition.name}", lambda: _looked_at(today), timeout=KEEP)


def _looked_at(today):
    listed = NetworkPage.objects.listed().of_source()
    networks = list(listed.select_related("locale", "area", "second_area").order_by("title"))
    meetings = _meetings(today)
    by_network = defaultdict(list)
    for meeting in meetings:
        for network in meeting.networks:
            by_network[network].append(meeting)
    calendar_page = absolute(calendar_url())
    found = [_health("region", region_name(), unnamed("region"), calendar_page, meetings)]
    for area in Area.objects.of_source():
        members = {page.pk for page in networks if _is_in(page, area)}
        own = [meeting for meeting in meetings if not meeting.networks.isdisjoint(members)]
        path = named("area", area.name, area.translation_key)
        found.append(
            _health(f"area:{area.translation_key}", f"{region_name()}: {area.name}", path, calendar_page, own)
        )
    for page in networks:
        path, key = named("network", page.title, page.translation_key), f"network:{page.translation_key}"
        found.append(_health(key, page.title, path, absolute(page.url), by_network[page.pk]))
    return found


def _meetings(today):
    stored = CalendarObject.objects.filter(uid=OuterRef("translation_key"))
    rows = Occurrence.objects.public().feed_window(today).order_by()
    rows = rows.annotate(text=Subquery(stored.values("component")), at=Subquery(stored.values("last_modified")))
    owners = _owners()
    return [
        _Stored(str(uid), len(text.encode()), at, tuple(meeting_faults(text)), frozenset({network, *owners[event]}))
        for uid, event, network, text, at in rows.values_list(
            "translation_key", "page_id", "page__network", "text", "at"
        ).iterator()
        if text
    ]


def _owners():
    owners = defaultdict(set)
    for event, network in EventOwner.objects.agreed().values_list("page_id", "network_id"):
        owners[event].add(network)
    return owners


def _is_in(page, area):
    return area.translation_key in [own.translation_key for own in page.areas]


def _health(key, name, path, page_url, meetings):
    head = calendar(Heading(name, absolute(path), page_url), [])
    size = len(head) + sum(meeting.size for meeting in meetings)
    faults = Counter(heading_faults(head))
    for meeting in meetings:
        faults.update(meeting.faults)
    faults.update(shared_faults([meeting.uid for meeting in meetings], size))
    latest = max((meeting.changed_at for meeting in meetings), default=None)
    return FeedHealth(key, name, path, size, len(meetings), latest, tuple(faults.items()))
