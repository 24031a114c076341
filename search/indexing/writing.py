"""Brings the stored rows in line with what is published, and tells the search backends."""

from django.db import transaction
from wagtail.models import Page
from wagtail.search.backends import get_search_backends_with_name

from ..models import Findable, IndexState
from .subjects import rows_of

# So many pages are read at a time when everything is written anew.
BATCH = 50


@transaction.atomic
def write(keys):
    """Write what can be found of the pages with the translation keys ``keys``; returns how many rows changed.

    Rows that say what is stored already are left alone, so a publication that changes nothing costs no writing.
    """
    keys = list(keys)
    if not keys:
        return 0
    IndexState.lock()
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
    if gone or new or changed:
        _store(gone, new, changed)
    return len(gone) + len(new) + len(changed)


def rebuild():
    """Write everything that differs, and take away what no page stands for; returns how many rows changed."""
    keys = set(Page.objects.values_list("translation_key", flat=True))
    keys |= set(Findable.objects.values_list("subject", flat=True))
    ordered = sorted(keys)
    return sum(write(ordered[place : place + BATCH]) for place in range(0, len(ordered), BATCH))


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
    """Hand rows to each search backend that Wagtail keeps up to date by itself, many at a time."""
    for _, backend in get_search_backends_with_name(with_auto_update=True):
        backend.add_bulk(Findable, rows)


def forget(row):
    """A row is deleted: so are its entries in the search backends."""
    for _, backend in get_search_backends_with_name(with_auto_update=True):
        backend.delete(row)
