"""Queues in the database what Elasticsearch has not received yet.

Every change of what can be found adds a note in the same transaction. Notes are sent after the commit or, if that
fails, by the next search or the next ``update_search_index``, whichever comes first.
"""

import logging
from functools import partial

from django.db import transaction

from ..models import Findable, IndexBuild, UnsentRow
from .breaker import Breaker, Unavailable
from .site import site_backend

logger = logging.getLogger(__name__)
BATCH = 200
SECONDS = 0.7  # for one batch: the most that a publication waits if Elasticsearch hangs, once per pause
UNHURRIED = 30.0  # when nobody is waiting
WRITING = Breaker()


def note(keys):
    """Note that the rows with the primary keys ``keys`` changed. Call this in the transaction of the change."""
    notes = [UnsentRow(findable=key) for key in keys]
    if notes:
        UnsentRow.objects.bulk_create(notes)
        transaction.on_commit(send_quietly, robust=True)


def send_quietly():
    """Try to send the oldest notes. Returns whether the queue is empty."""
    try:
        return _nothing_waits() or (send_batch(SECONDS) and _nothing_waits())
    except Unavailable as fault:
        logger.warning("Elasticsearch was not told of changes, and will be later: %s", fault)
        return False


def send_all():
    """Send all notes with generous time limits. Returns whether the queue is empty. Raises ``Unavailable``."""
    WRITING.reset()
    while not _nothing_waits():
        if not send_batch(UNHURRIED):
            return False
    return True


def _nothing_waits():
    return not UnsentRow.objects.filter(sent=False).exists()


@transaction.atomic
def send_batch(seconds):
    """Send the oldest notes. Returns whether they were sent; False if another process is sending.

    Raises ``Unavailable`` if Elasticsearch did not accept them. Only one sender at a time reads and sends rows, so a
    row that is read later is never sent earlier.
    """
    build = IndexBuild.lock(wait=False)
    if build is None:
        return False
    notes = list(UnsentRow.objects.filter(sent=False).order_by("pk")[:BATCH])
    send = partial(site_backend().send, actions_for(notes, site_backend().alias), to_alias=True)
    report(WRITING.call(send, seconds))
    done = UnsentRow.objects.filter(pk__in=[note.pk for note in notes])
    if build.index:
        done.update(sent=True)
    else:
        done.delete()
    return True


def actions_for(notes, index):
    """The bulk actions that update ``index`` with the current state of the rows in ``notes``."""
    versions = {}
    for each in notes:
        versions[each.findable] = max(each.pk, versions.get(each.findable, 0))
    rows = Findable.objects.in_bulk(versions)
    return site_backend().actions(index, rows.values(), versions, gone=versions.keys() - rows.keys())


def report(refused):
    for text in refused:
        logger.error("Elasticsearch refused a row: %s", text)
