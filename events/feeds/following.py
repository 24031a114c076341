"""Keeps the stored texts in step with the published rows: after a change, and where one was missed."""

from networks.publication import freshness
from networks.publication.whole import publication

from ..models import CalendarStamp, EventPage
from .components import BATCH, differing, refresh


def mend(event_ids):
    """Refresh those of the events that have a stored text that differs. Locks nothing if none has.

    Gives the number of texts written. Each batch is a transaction of its own, which raises the stamp first.
    """
    keys = list(event_ids)
    return sum(_mend_batch(keys[start : start + BATCH]) for start in range(0, len(keys), BATCH))


def _mend_batch(keys):
    wrong = set(differing(keys).values())
    return follow(EventPage.objects.filter(pk__in=wrong), noticed=True, rewrite=True).written if wrong else 0


def follow(events, *, noticed=False, rewrite=False):
    """Update the feeds after a change that affects ``events`` (a queryset). With ``noticed``, networks whose meetings
    changed visibly count as changed today. Gives what ``refresh`` gives."""
    with publication():
        done = refresh(events, CalendarStamp.rise(), rewrite=rewrite)
        if noticed:
            touch_owners(EventPage.objects.filter(pk__in=done.events))
    return done


def touch_owners(events):
    for event in events.prefetch_related("co_owners"):
        freshness.touch(event.owner_ids())
