"""Updates the stored rows to match what is published, and notifies the search backends."""

import logging
from dataclasses import dataclass

from django.db import DatabaseError, transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail.search.backends import get_search_backends_with_name

from networks.publication.each_alone import is_refused

from ..models import Findable, IndexState
from .subjects import rows_of

# How many pages to read at a time when everything is rewritten.
BATCH = 50

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Difference:
    """What makes the stored rows equal to what is published: rows, and ``{primary key: page}`` of those to delete.

    The rows of the pages ``unread`` stay as they are, since nobody knows what they should be.
    """

    gone: dict
    new: list
    changed: list
    unread: set

    def __len__(self):
        return len(self.gone) + len(self.new) + len(self.changed)

    @property
    def pages(self):
        return {*self.gone.values(), *(row.subject for row in self.new + self.changed)}


def write(keys):
    """Write the rows of the pages with the translation keys ``keys``. Returns how many rows changed.

    Unchanged rows are not written, so a publication that changes nothing costs no writes. A page whose rows cannot be
    made or stored is logged and keeps its rows; the others get theirs.
    """
    keys = list(keys)
    if not keys:
        return 0
    try:
        return _write(keys)
    except DatabaseError as error:
        if not is_refused(error):
            raise
        if len(keys) > 1:
            return sum(write([key]) for key in keys)
        logger.exception("Search could not store the page %s", keys[0])
        return 0


@transaction.atomic
def _write(keys):
    IndexState.lock()
    difference = _compared(keys)
    if difference:
        _store(difference)
    return len(difference)


def mend(keys):
    """Write the rows of those of the pages ``keys`` that differ. Returns how many rows changed.

    Locks nothing if none does, and else no longer than those pages take.
    """
    return write(_compared(keys).pages)


def rebuild():
    """Write all rows that differ and delete those without a page. Returns how many rows changed."""
    return sum(rebuilding())


def rebuilding():
    """``rebuild`` in pieces: yields how many rows changed after each."""
    yield _remove_lapsed()
    ordered = all_keys()
    for place in range(0, len(ordered), BATCH):
        yield mend(ordered[place : place + BATCH])


def _remove_lapsed():
    """Delete the rows that nobody is shown any more, because the people on the page have changed with the day."""
    lapsed = Findable.objects.filter(holds_until__lt=timezone.localdate())
    if not lapsed.exists():
        return 0
    with transaction.atomic():
        IndexState.lock()
        return lapsed.delete()[0]


def all_keys():
    """The translation keys of all pages, and of rows whose page is gone, in a fixed order."""
    keys = set(Page.objects.values_list("translation_key", flat=True))
    return sorted(keys | set(Findable.objects.values_list("subject", flat=True)))


def wrong_rows(keys):
    """How many rows of the pages ``keys`` differ from what is published, are missing, or are of no page."""
    return len(_compared(keys))


def compared(keys):
    """``(how many rows are wrong, keys of the pages whose rows cannot be made)``."""
    difference = _compared(keys)
    return len(difference), difference.unread


def _compared(keys):
    rows, unread = rows_of(keys)
    wanted = {(row.key, row.language): row for row in rows}
    stored = {
        (key, language): (pk, digest, subject)
        for pk, key, language, digest, subject in _not_lapsed(keys).values_list(
            "pk", "key", "language", "digest", "subject"
        )
        if subject not in unread
    }
    gone = {pk: subject for name, (pk, _, subject) in stored.items() if name not in wanted}
    new = [row for name, row in wanted.items() if name not in stored]
    changed = [_with_pk(row, stored[name][0]) for name, row in wanted.items() if _differs(row, stored.get(name))]
    return _Difference(gone, new, changed, unread)


def _not_lapsed(keys):
    return Findable.objects.filter(subject__in=keys).exclude(holds_until__lt=timezone.localdate())


def _differs(row, stored):
    return stored is not None and stored[1] != row.digest


def _with_pk(row, pk):
    row.pk = pk
    return row


def _store(difference):
    new, changed = difference.new, difference.changed
    Findable.objects.filter(pk__in=list(difference.gone)).delete()
    Findable.objects.bulk_create(new)
    names = [field.name for field in Findable._meta.concrete_fields if not field.primary_key]
    Findable.objects.bulk_update(changed, names, batch_size=20)
    tell_backends(new + changed)
    IndexState.renew()


def tell_backends(rows):
    """Pass rows, many at a time, to each search backend that Wagtail updates automatically."""
    for _, backend in get_search_backends_with_name(with_auto_update=True):
        backend.add_bulk(Findable, rows)


def forget(row):
    """Remove a deleted row from the search backends."""
    for _, backend in get_search_backends_with_name(with_auto_update=True):
        backend.delete(row)
