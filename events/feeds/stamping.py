"""Raises the stamps of the feeds that a change has reached, so that the others are still answered with 304.

An event's stamp stores a digest of all that feeds say of it in any language, and which feeds it is in. When either
differs, the feeds that it was in and those that it is in now have changed. The digest is also of what the calendar's
filters ask for, since a filtered feed has the stamps of the networks and areas that it is chosen by. A network that
is hidden or shown reaches the feeds that tell of meetings deleted below it, too. What cannot be followed like this,
such as a page's new address, raises every feed's stamp instead (``CalendarStamp.rise``).
"""

import json
from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.utils import translation

from networks.models import Area, NetworkPage
from networks.publication.each_alone import each_alone
from networks.publication.whole import take_back
from networks.reading.request_cache import RequestCache
from networks.translation import address, other_languages

from ..models import CalendarObject, EventCategory, EventPage, FeedStamp, Occurrence, RemovedMeeting
from ..models.stamps import NETWORK, REGION, area_stamp, category_stamp, event_stamp, network_stamp
from .contents import event_name

BATCH = 100


@dataclass(frozen=True)
class Seen:
    """What a stamp stores of an event, a network or an area: empty for what no visitor may see."""

    digest: str = ""
    feeds: frozenset[str] = frozenset()


def restamp_saved(pages):
    """``restamp`` for pages that were saved, ``[("events" or "networks", translation key)]``, and that nothing else in
    their publication has been stamped for since."""
    by_kind = defaultdict(list)
    for kind, key in pages:
        by_kind[kind].append(key)
    if by_kind:
        restamp(**by_kind)


def restamp(*, events=(), networks=(), areas=(), categories=()):
    """Raise the stamps of what changes in these (translation keys, of pages that exist or not) have reached.

    ``CalendarStamp`` must have advanced in this transaction.
    """
    RequestCache.forget_all()
    take_back(restamp_saved, {*(("events", key) for key in events), *(("networks", key) for key in networks)})
    keys = sorted(set(events))
    for start in range(0, len(keys), BATCH):
        for seen in each_alone(_events, keys[start : start + BATCH], "The stamps of an event's feeds")[0]:
            _store(seen)
    headings = _networks(set(networks)) | _named(Area, area_stamp, set(areas))
    if headings := headings | _named(EventCategory, category_stamp, set(categories)):
        _store(headings)


def raise_feeds_of(keys):
    """Raise the stamps of all feeds that these events (translation keys) are in, though what they should say is the
    same. ``CalendarStamp`` must have advanced in this transaction."""
    rows = FeedStamp.objects.filter(key__in=map(event_stamp, keys)).values_list("key", "feeds")
    FeedStamp.raise_to_current({feed for key, feeds in rows for feed in (key, *feeds)})


def unstamped(keys):
    """Those of the events (translation keys) whose stamps do not say what they should. Writes nothing."""
    seen = _events(set(keys))
    changed, *_ = _differences(seen)
    behind = {row.key for row in changed}
    return {key for key in keys if event_stamp(key) in behind}


def _store(seen):
    changed, reached, turned = _differences(seen)
    if networks := [UUID(key.removeprefix(NETWORK)) for key in turned if key.startswith(NETWORK)]:
        reached |= RemovedMeeting.objects.filter(network_key__in=networks).stamps()
    FeedStamp.raise_to_current(reached, changed)


def _differences(seen):
    """``(stamps to store, keys of feeds that have changed, keys of what visitors may see now or no longer)``"""
    stored = FeedStamp.objects.in_bulk(list(seen))
    changed, reached, turned = [], set(), set()
    for key, now in seen.items():
        row = stored.get(key) or FeedStamp(key=key)
        before = Seen(row.digest, frozenset(row.feeds))
        if before != now:
            changed.append(FeedStamp(key=key, digest=now.digest, feeds=sorted(now.feeds)))
            reached |= before.feeds ^ now.feeds if before.digest == now.digest else before.feeds | now.feeds
            turned |= set() if before.digest and now.digest else {key}
    return changed, reached, turned


def _events(keys):
    source, words = [], defaultdict(list)
    for language in _languages():
        with translation.override(language):
            for page in _listed_events(keys):
                words[page.translation_key].append((language, event_name(page), address(page)))
                source += [page] if language == settings.LANGUAGE_CODE else []
    meetings, asked, feeds = _meetings(source), _asked_for(source), _feeds(source)
    seen = {
        event_stamp(page.translation_key): Seen(
            _digest(words[page.translation_key], meetings[page.pk], asked[page.translation_key]),
            frozenset({REGION, *feeds[page.pk]}),
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


def _asked_for(events):
    """``{event's translation key: [what filters ask for, where no feed may say it]}``

    A search also looks in a translation's own words, though they may be of an earlier text and are then not shown.
    """
    found = {page.translation_key: [page.category_id] for page in events}
    pages = EventPage.objects.filter(translation_key__in=list(found), live=True, alias_of=None)
    rows = Occurrence.objects.filter(page__in=pages.values("pk"))
    for key, *said in pages.order_by("pk").values_list("translation_key", "locale", "title", "place", "format"):
        found[key].append(said)
    for key, uid, *said in rows.order_by("translation_key", "pk").values_list(
        "page__translation_key", "translation_key", "locale", "theme", "place", "format"
    ):
        found[key].append([uid.hex, *said])
    return found


def _feeds(events):
    """``{event: [keys of the feeds of its owners and their areas, now and when a meeting was deleted]}``"""
    owners = {page.pk: page.owner_ids() for page in events}
    keys = {pk for pks in owners.values() for pk in pks}
    listed = NetworkPage.objects.listed().of_source().filter(pk__in=keys)
    feeds = {}
    for pk, key, *areas in listed.values_list(
        "pk", "translation_key", "area__translation_key", "second_area__translation_key"
    ):
        feeds[pk] = [network_stamp(key), *(area_stamp(area) for area in areas if area)]
    removed = _feeds_of_removed(events)
    return {
        event: [feed for pk in pks for feed in feeds.get(pk, ())] + removed[event] for event, pks in owners.items()
    }


def _feeds_of_removed(events):
    by_key, feeds = {page.translation_key: page.pk for page in events}, defaultdict(list)
    removed = RemovedMeeting.objects.filter(event_key__in=list(by_key))
    for key, owners, areas in removed.values_list("event_key", "owners", "areas"):
        feeds[by_key[key]] += [network_stamp(UUID(owner)) for owner in owners]
        feeds[by_key[key]] += [area_stamp(UUID(area)) for area in areas]
    return feeds


def _networks(keys):
    words = defaultdict(list)
    for language in _languages() if keys else ():
        with translation.override(language):
            listed = NetworkPage.objects.listed().of_source().filter(translation_key__in=keys)
            for page in listed.select_related("locale").in_language():
                words[page.translation_key].append((language, page.title, address(page)))
    return _headings(network_stamp, keys, words)


def _named(model, stamp, keys):
    """Areas or categories, by name and by what they are called in the address of the calendar's page."""
    words = defaultdict(list)
    for language in _languages() if keys else ():
        for thing in model.objects.of_source().filter(translation_key__in=keys).in_language(language):
            words[thing.translation_key].append((language, thing.name, thing.slug))
    return _headings(stamp, keys, words)


def _headings(stamp, keys, words):
    """A heading is in one feed, its own."""
    seen = {stamp(key): Seen(_digest(words[key]), frozenset({stamp(key)})) for key in keys if key in words}
    return {stamp(key): Seen() for key in keys} | seen


def _languages():
    return [settings.LANGUAGE_CODE, *other_languages()]


def _digest(*values):
    return sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
