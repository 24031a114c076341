"""Brings all groups in line with the existing networks, after an upgrade or after someone has changed them by hand."""

from collections import Counter

from django.db import transaction

from ..models import NetworkEditors, NetworkPage
from .central import renew_central_group
from .groups import editors_of, let_in, make_editors, renew_group


@transaction.atomic
def renew_all():
    """Create missing groups and reset every group's rights. Gives the counts ``made``, ``renewed`` and ``removed``."""
    renew_central_group()
    done = Counter(made=0, renewed=0, removed=0)
    for page in NetworkPage.objects.order_by("path"):
        editors = editors_of(page)
        if editors is None:
            make_editors(page)
            done["made"] += 1
        else:
            renew_group(editors)
            let_in(editors, page)
            done["renewed"] += 1
    for editors in NetworkEditors.objects.exclude(network_key__in=NetworkPage.objects.values("translation_key")):
        editors.group.delete()
        done["removed"] += 1
    return done
