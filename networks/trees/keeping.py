"""Lets a plain save neither move a page or collection nor change what its parent holds."""

from django.db import connections, router
from django.db.models.signals import post_save, pre_save
from treebeard.mp_tree import MP_Node
from wagtail.models import Collection

_PLACE = ("path", "depth", "numchild")


def keep_place(sender, instance, raw=False, update_fields=None, **kwargs):
    """Give a page or collection its place as it is now, before it is saved.

    treebeard writes places straight to the table, so an instance that was read before another page was added or moved
    would write an old place over a new one: a parent would lose the count of its children, and with it the children.
    """
    if raw or instance._state.adding or update_fields is not None or not isinstance(instance, MP_Node):
        return
    rows = sender.tree_model()._base_manager.filter(pk=instance.pk)
    if connections[router.db_for_write(sender)].in_atomic_block:
        rows = rows.select_for_update()
    if place := rows.values_list(*_PLACE).first():
        for name, value in zip(_PLACE, place, strict=True):
            setattr(instance, name, value)


def keep_order(instance, created=False, raw=False, update_fields=None, **kwargs):
    """Move a renamed collection to its place among its siblings, which treebeard keeps in the order of their names.

    It sorts only what it adds or moves itself, and fails to add to siblings in another order.
    """
    if created or raw or instance.is_root() or (update_fields is not None and "name" not in update_fields):
        return
    siblings = instance.get_siblings(inclusive=False)
    before = siblings.filter(path__lt=instance.path, name__gt=instance.name)
    after = siblings.filter(path__gt=instance.path, name__lt=instance.name)
    if before.exists() or after.exists():
        instance.move(instance.get_parent(update=True), "sorted-child")


def connect():
    """Connect the receivers. Called once the apps are loaded."""
    pre_save.connect(keep_place)
    post_save.connect(keep_order, sender=Collection)
