"""Finds the files that visitors can reach but not everybody can read. They can reach what search may show."""

from itertools import groupby

from networks.models.choices import Accessibility
from networks.text.folding import fold
from networks.translation import lend_words, shown_language
from search.models import Findable
from search.models.choices import HitKind


def inaccessible_documents():
    """``[(page, [Findable])]`` in the shown language by the page's title, with a file once for each network it is on.

    ``page`` is the network or, for a file outside networks, the page that links to it. Each row has its ``document``
    with ``accessibility``.
    """
    rows = _rows().in_language(shown_language())
    rows = list(rows.select_related("document__accessibility", "page__locale", "network__locale"))
    owners = {_owner(row).pk: _owner(row) for row in rows}
    lend_words(list(owners.values()))
    once = {(_owner(row).pk, row.document_id): row for row in rows}
    in_order = sorted(once.values(), key=lambda row: _place(owners[_owner(row).pk], row))
    grouped = groupby(in_order, key=lambda row: _owner(row).pk)
    return [(owners[key], list(found)) for key, found in grouped]


def count_inaccessible():
    """The number of those files."""
    return _rows().values("document").distinct().count()


def _rows():
    return Findable.objects.public().filter(kind=HitKind.DOCUMENT, document__accessibility__verdict=Accessibility.NO)


def _owner(row):
    return row.network or row.page


def _place(owner, row):
    return fold(owner.title), owner.pk, fold(row.title), row.document_id
