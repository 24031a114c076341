"""Repairs trees that were damaged before the site kept them whole. Runs after ``migrate``.

Writes only what is wrong: paths, depths and counts. Keys stay, so documents and rights stay in their collections.
"""

import sys

from django.apps import apps
from django.db import transaction
from django.db.models.signals import post_migrate
from django.utils.translation import gettext as _
from wagtail.models import Collection, Page


@transaction.atomic
def repair():
    """Repair both trees. Gives a line of words for each sort of fault that it found."""
    pages, collections, sorted_by_name = _recounted(Page), _recounted(Collection), in_order()
    if not sorted_by_name:
        Collection.fix_tree(fix_paths=True)
    return list(_words(pages, collections, sorted_by_name))


def in_order():
    """Whether the children of every collection have the order of their names, as the database sorts them."""
    last = {}
    for path in Collection.objects.order_by("name", "path").values_list("path", flat=True):
        parent = path[: -Collection.steplen]
        if path < last.get(parent, ""):
            return False
        last[parent] = path
    return True


def _recounted(model):
    """How many nodes had a wrong depth or number of children. Three queries, and two that write."""
    before = set(model.objects.values_list("pk", "depth", "numchild"))
    model.fix_tree()
    return len(before - set(model.objects.values_list("pk", "depth", "numchild")))


def _words(pages, collections, sorted_by_name):
    if pages:
        yield _("Sidor med fel antal undersidor har rättats: %d.") % pages
    if collections:
        yield _("Samlingar med fel antal undersamlingar har rättats: %d.") % collections
    if not sorted_by_name:
        yield _("Samlingarna är sorterade efter namn igen.")


def migrated(stdout=None, **kwargs):
    for line in repair():
        (stdout or sys.stdout).write(f"{line}\n")


def connect():
    """Connect the receiver. Called once the apps are loaded, before those that use the trees."""
    # ``sessions`` is the last app to send the signal, and all tables are there by then.
    post_migrate.connect(migrated, sender=apps.get_app_config("sessions"))
