"""Notes who comes into a group and leaves it, and which permissions users and groups get and lose."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db.models.signals import m2m_changed, pre_delete

from networks.bin.signals import pages_restored
from networks.models import NetworkEditors, NetworkPage

from .noting import Kind, note

# What happens to a many-to-many relation -> the field of the log. What goes is looked up while it is there: Django
# also names what was not there to be removed, and of a relation that is emptied it names nothing.
FIELDS = {"post_add": "added", "pre_remove": "removed", "pre_clear": "removed"}


def changed(kind, things, words):
    """A receiver for a relation from users or groups (its holders) to ``things`` (a queryset), named by ``words``."""

    def receive(instance, action, pk_set, reverse, **kwargs):
        if action not in FIELDS:
            return
        for holder, pks in _pairs(instance, pk_set, reverse, kwargs["model"], kwargs["sender"]):
            names = sorted(words(thing) for thing in things.filter(pk__in=pks))
            if names:
                _note(kind, holder, **{FIELDS[action]: "\n".join(names)})

    return receive


def _pairs(instance, pk_set, reverse, model, through):
    """``[(holder, keys of things)]`` of what is in the relation. ``pk_set`` is None where all of it goes."""
    pks = _stored(instance, pk_set, through, model)
    if reverse:
        return [(holder, {instance.pk}) for holder in model.objects.filter(pk__in=pks).order_by("pk")]
    return [(instance, pks)]


def _stored(instance, pk_set, through, model):
    columns = {field.related_model: field.name for field in through._meta.fields if field.related_model}
    rows = through.objects.filter(**{columns[type(instance)]: instance.pk})
    rows = rows if pk_set is None else rows.filter(**{f"{columns[model]}__in": pk_set})
    return set(rows.values_list(columns[model], flat=True))


def _note(kind, holder, **fields):
    if isinstance(holder, Group):
        note(kind, about=holder.name, **fields)
    else:
        note(kind, holder, **fields)


def group_goes(instance, **kwargs):
    """Django takes the members out of a group that is deleted without a signal of its own."""
    for user in instance.user_set.order_by("pk"):
        note(Kind.GROUPS, user, removed=instance.name)


def networks_come_back(pages, **kwargs):
    """The bin puts back a network's group with its members, row by row and without their signals."""
    keys = NetworkPage.objects.filter(pk__in=pages).values("translation_key")
    for editors in NetworkEditors.objects.filter(network_key__in=keys).select_related("group").order_by("pk"):
        for user in editors.group.user_set.order_by("pk"):
            note(Kind.GROUPS, user, added=editors.group.name)


def _codename(permission):
    return ".".join(permission.natural_key()[1::-1])


_permissions = Permission.objects.select_related("content_type")
receivers = (
    (get_user_model().groups.through, changed(Kind.GROUPS, Group.objects.all(), str)),
    (get_user_model().user_permissions.through, changed(Kind.PERMISSIONS, _permissions, _codename)),
    (Group.permissions.through, changed(Kind.GROUP_PERMISSIONS, _permissions, _codename)),
)


def connect():
    for through, receive in receivers:
        m2m_changed.connect(receive, sender=through, dispatch_uid="access_log.memberships")
    pages_restored.connect(networks_come_back, dispatch_uid="access_log.networks_come_back")
    pre_delete.connect(group_goes, sender=Group, dispatch_uid="access_log.group_goes")
