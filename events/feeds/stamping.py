"""Raises the stamps of the feeds that a change has reached, so that the others are still answered with 304.

An event's stamp stores a digest of all that feeds say of it in any language, and which feeds it is in. When either
differs, the feeds that it was in and those that it is in now have changed. What cannot be followed like this, such as
a restriction or a moved page, raises every feed's stamp instead (``CalendarStamp.rise``).
"""

import json
from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings
from django.utils import translation

from networks.models import Area, NetworkPage
from networks.reading.request_cache import RequestCache
from networks.translation import address, other_languages

from ..models import CalendarObject, EventPage, FeedStamp
from ..models.stamps import REGION, area_stamp, event_stamp, network_stamp
from .contents import event_name

BATCH = 100


@dataclass(frozen=True)
class Seen:
    """What a stamp stores of an event, a network or an area: empty for what no visitor may see."""

    digest: str = ""
    feeds: frozenset[str] = frozenset()


def restamp(*, events=(), networks=(), areas=()):
    """Raise the stamps of what changes in these (translation keys, of pages that exist or not) have reached.

    ``CalendarStamp`` must have advanced in this transaction.
    """
    RequestCache.forget_all()
    keys = sorted(set(events))
    for start in range(0, len(keys), BATCH):
        _store(_events(keys[start : start + BATCH]))
    if headings := _networks(set(networks)) | _areas(set(areas)):
        _store(headings)


def unstamped(keys):
    """Those of the events (translation keys) whose stamps do not say what they should. Writes nothing."""
    seen = _events(set(keys))
    changed, _ = _differences(seen)
    behind = {row.key for row in changed}
    return {key for key in keys if event_stamp(key) in behind}


def _store(seen):
    changed, reached = _differences(seen)
    FeedStamp.raise_to_current(reached, changed)


def _differences(seen):
    """``(stamps to store, keys of feeds that have changed)``"""
    stored = FeedStamp.objects.in_bulk(list(seen))
    changed, reached = [], set()
    for key, now in seen.items():
        row = stored.get(key) or FeedStamp(key=key)
        before = Seen(row.digest, frozenset(row.feeds))
        if before != now:
            changed.append(FeedStamp(key=key, digest=now.digest, feeds=sorted(now.feeds)))
            reached |= before.feeds ^ now.feeds if before.digest == now.digest else before.feeds | now.feeds
    return changed, reached


def _events(keys):
    source, words = [], defaultdict(list)
    for language in _languages():
        with translation.override(language):
            for page in _listed_events(keys):
                words[page.translation_key].append((language, event_name(page), address(page)))
                source += [page] if language == settings.LANGUAGE_CODE else []
    meetings, feeds = _meetings(source), _feeds(source)
    seen = {
        event_stamp(page.translation_key): Seen(
            _digest(words[page.translation_key], meetings[page.pk]), frozenset({REGION, *feeds[page.pk]})
        )
        for page in source
    }
    return {event_stamp(key): Seen() for key in keys} | seen


def _listed_events(keys):
    found = EventPage.objects.listed().filter(translation_key__in=keys).select_related("network", "locale")
    return found.defer("body", "recurrence").prefetch_related("co_owners").in_language()


def _meetings(events):
    """``{event: [what the feeds say of each of its meetings, and what the public log compares]}``"""
    found = defaultdict(list)
    rows = CalendarObject.objects.filter(event__in=[page.pk for page in events]).exclude(component="").order_by("uid")
    for event, uid, changed_at, *said in rows.values_list(
        "event", "uid", "last_modified", "sequence", "content_digest", "words", "state"
    ):
        found[event].append((str(uid), changed_at.timestamp(), *said))
    return found


def _feeds(events):
    """``{event: [keys of the feeds of its owners and their areas]}``"""
    owners = {page.pk: page.owner_ids() for page in events}
    keys = {pk for pks in owners.values() for pk in pks}
    listed = NetworkPage.objects.listed().of_source().filter(pk__in=keys)
    feeds = {}
    for pk, key, *areas in listed.values_list(
        "pk", "translation_key", "area__translation_key", "second_area__translation_key"
    ):
        feeds[pk] = [network_stamp(key), *(area_stamp(area) for area in areas if area)]
    return {event: [feed for pk in pks for feed in feeds.get(pk, ())] for event, pks in owners.items()}


def _networks(keys):
    words = defaultdict(list)
    for language in _languages() if keys else ():
        with translation.override(language):
            listed = NetworkPage.objects.listed().of_source().filter(translation_key__in=keys)
            for page in listed.select_related("locale").in_language():
                words[page.translation_key].append((language, page.title, address(page)))
    return _headings(network_stamp, keys, words)


def _areas(keys):
    words = defaultdict(list)
    for language in _languages() if keys else ():
        for area in Area.objects.of_source().filter(translation_key__in=keys).in_language(language):
            words[area.translation_key].append((language, area.name))
    return _headings(area_stamp, keys, words)


def _headings(stamp, keys, words):
    """A heading is in one feed, its own."""
    seen = {stamp(key): Seen(_digest(words[key]), frozenset({stamp(key)})) for key in keys if key in words}
    return {stamp(key): Seen() for key in keys} | seen


def _languages():
    return [settings.LANGUAGE_CODE, *other_languages()]


def _digest(*values):
    return sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
