"""Relations between bodies, shown from both ends: on the other body's page when somebody has said yes to it."""

from collections import defaultdict

from django.db.models import OuterRef, Q

from ..restrictions.closed_paths import is_listed
from ..translation import lend_words
from .choices import RelationKind
from .consent import TieKind, agreed
from .parts import NetworkRelation


def related_bodies(network):
    """The relations that visitors see, in both directions: ``[(heading, [network pages])]``.

    ``network`` is the page in the source language. One query; two when another language is shown.
    """
    rows = NetworkRelation.objects.filter(_of([network.pk])).order_by("sort_order", "pk")
    # A translation has its own copies of the rows, as they were when it was made.
    rows = rows.filter(page__locale=network.locale_id).select_related("page", "target")
    groups = defaultdict(dict)
    for row in lend_words(list(rows)):
        heading, body = _told_by(network, row)
        if is_listed(body):
            groups[heading][body.pk] = body
    return [(heading, sorted(pages.values(), key=lambda page: page.title)) for heading, pages in groups.items()]


def related_keys(network_keys):
    """Primary keys of the networks related to any of ``network_keys``, in either direction. One query."""
    rows = NetworkRelation.objects.filter(_of(network_keys))
    found = {key for pair in rows.values_list("page", "target") for key in pair}
    return found - set(network_keys)


def _of(network_keys):
    """Relations that the networks' own pages tell of, and agreed ones that others' pages tell of them."""
    told_by_others = agreed(TieKind.RELATION, network="target", words=OuterRef("kind"))
    return Q(page__in=network_keys) | Q(told_by_others, target__in=network_keys)


def _told_by(network, row):
    """``(heading, the other body)`` as the relation is shown on the page of ``network``."""
    kind = RelationKind(row.kind)
    return (kind.label, row.target) if row.page_id == network.pk else (kind.inverse_label, row.page)


def shared_statements(network):
    """``[(statement, owner)]`` in the page's order. The owner is None if it is ``network`` itself or is not listed."""
    statements = lend_words([row.statement for row in network.statements.select_related("statement__owner")])
    return [(statement, _owner(statement, network)) for statement in statements]


def _owner(statement, network):
    owner = statement.owner
    return owner if owner and owner.pk != network.pk and is_listed(owner) else None
