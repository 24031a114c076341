"""Updates the stored rows to match what is published, and notifies the search backends."""

from django.db import transaction
from wagtail.models import Page
from wagtail.search.backends import get_search_backends_with_name

from ..models import Findable, IndexState
from .subjects import rows_of

# How many pages to read at a time when everything is rewritten.
BATCH = 50


@transaction.atomic
def write(keys):
    """Write the rows of the pages with the translation keys ``keys``. Returns how many rows changed.

    Unchanged rows are not written, so a publication that changes nothing costs no writes.
    """
    keys = list(keys)
    if not keys:
        return 0
    IndexState.lock()
    gone, new, changed = _compared(keys)
    if gone or new or changed:
        _store(gone, new, changed)
    return len(gone) + len(new) + len(changed)


def mend(keys):
    """Write the rows of the pages ``keys`` that differ. Locks nothing if none does. Returns how many rows changed."""
    return write(keys) if wrong_rows(keys) else 0


def rebuild():
    """Write all rows that differ and delete those without a page. Returns how many rows changed."""
    ordered = all_keys()
    return sum(write(ordered[place : place + BATCH]) for place in range(0, len(ordered), BATCH))


def all_keys():
    """The translation keys of all pages, and of rows whose page is gone, in a fixed order."""
    keys = set(Page.objects.values_list("translation_key", flat=True))
    return sorted(keys | set(Findable.objects.values_list("subject", flat=True)))


def wrong_rows(keys):
    """How many rows of the pages ``keys`` differ from what is published, are missing, or are of no page."""
    return sum(map(len, _compared(keys)))


def _compared(keys):
    """``(keys of rows to delete, new rows, changed rows)`` that make the stored rows equal to what is published."""
    wanted = {(row.key, row.language): row for row in rows_of(keys)}
    stored = {
        (key, language): (pk, digest)
        for pk, key, language, digest in Findable.objects.filter(subject__in=keys).values_list(
            "pk", "key", "language", "digest"
        )
    }
    gone = [pk for name, (pk, _) in stored.items() if name not in wanted]
    new = [row for name, row in wanted.items() if name not in stored]
    changed = [_with_pk(row, stored[name][0]) for name, row in wanted.items() if _differs(row, stored.get(name))]
    return gone, new, changed


def _differs(row, stored):
    return stored is not None and stored[1] != row.digest


def _with_pk(row, pk):
    row.pk = pk
    return row


def _store(gone, new, changed):
    Findable.objects.filter(pk__in=gone).delete()
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
