"""Brings all groups in line with the existing networks, after an upgrade or after someone has changed them by hand."""

from collections import Counter

from django.db import transaction

from ..models import NetworkEditors, NetworkPage
from ..publication.each_alone import each_alone
from .central import renew_central_group
from .groups import editors_of, let_in, make_editors, renew_group


@transaction.atomic
def renew_all():
    """Create missing groups and reset every group's rights. Gives the counts ``made``, ``renewed`` and ``removed``.

    A network whose group cannot be renewed is logged, counted as ``left`` and stops no other.
    """
    renew_central_group()
    done = Counter(made=0, renewed=0, removed=0)
    orphans = NetworkEditors.objects.exclude(network_key__in=NetworkPage.objects.values("translation_key"))
    for act, rows in ((_renewed, NetworkPage.objects.order_by("path")), (_removed, orphans)):
        for row in rows:
            what, left = each_alone(act, [row], "The group of a network's editors")
            done.update(what)
            done.update(["left"] * len(left))
    return done


@transaction.atomic
def _renewed(pages):
    (page,) = pages
    editors = editors_of(page)
    if editors is None:
        make_editors(page)
        return "made"
    renew_group(editors)
    let_in(editors, page)
    return "renewed"


@transaction.atomic
def _removed(orphans):
    (editors,) = orphans
    editors.group.delete()
    return "removed"
