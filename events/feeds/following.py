"""Keeps the stored texts in step with the published rows: after a change, and where one was missed."""

from django.db.models import Q

from networks.publication import freshness
from networks.publication.each_alone import each_alone
from networks.publication.whole import publication
from networks.reading.request_cache import RequestCache

from ..models import CalendarStamp, EventPage
from .components import BATCH, differing, refresh
from .stamping import raise_feeds_of, restamp, unstamped


def mend(event_ids):
    """Refresh those of the events that have a stored text or stamp that differs. Locks nothing if none has.

    Gives the number of texts written. Each batch is a transaction of its own, which raises the stamp first. An event
    that cannot be mended is logged and stops no other.
    """
    return sum(mending(event_ids))


def mending(event_ids):
    """``mend`` in pieces: yields the number of texts written after each batch."""
    keys = list(event_ids)
    for start in range(0, len(keys), BATCH):
        yield sum(each_alone(_mend_batch, keys[start : start + BATCH], "The feeds of an event")[0])


def _mend_batch(keys):
    events = EventPage.objects.filter(pk__in=keys).of_source()
    wrong = set(differing(keys).values())
    behind = unstamped(set(events.values_list("translation_key", flat=True)))
    if not (wrong or behind):
        return 0
    with publication():
        done = follow(events.filter(Q(pk__in=wrong) | Q(translation_key__in=behind)), noticed=True, rewrite=True)
        # Somebody may have read the wrong text, while the stamps were those of the right one.
        raise_feeds_of(events.filter(pk__in=wrong).values_list("translation_key", flat=True))
    return done.written


def follow(events, *, keys=(), networks=(), areas=(), categories=(), noticed=False, rewrite=False):
    """Update the feeds after a change that affects ``events`` (a queryset, of pages in any language).

    ``keys`` are translation keys of events that are gone, and ``networks``, ``areas`` and ``categories`` those of what
    else has changed.
    With ``noticed``, networks whose meetings changed visibly count as changed today. Gives what ``refresh`` gives.
    """
    with publication():
        now = CalendarStamp.advance()
        RequestCache.forget_all()
        reached = set(events.values_list("translation_key", flat=True))
        done = refresh(events, now, rewrite=rewrite)
        restamp(events=reached.union(keys), networks=networks, areas=areas, categories=categories)
        if noticed:
            touch_owners(EventPage.objects.filter(pk__in=done.events))
    return done


def touch_owners(events):
    for event in events.prefetch_related("co_owners"):
        freshness.touch(event.owner_ids())
