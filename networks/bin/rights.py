"""Who sees what in the bin, and who may restore it: those who may change what it was in, if that is still there."""

from django.db.models import Q
from wagtail.models import Collection, Page
from wagtail.permissions import page_permission_policy

from ..models import BinnedItem, NetworkPage
from ..rights.access import editable, is_central
from ..rights.page_views import may_make_networks_below


def within_reach(user):
    """The items that ``user`` may know of. Central editors see all, also those whose parent is gone."""
    items = BinnedItem.objects.select_related("deleted_by")
    if is_central(user):
        return items
    pages = editable(user, Page.objects.all()).order_by().values("pk")
    return items.filter(_of(BinnedItem.Kind.PAGE, pages) | _files_of(user))


def _of(kind, parents):
    return Q(kind=kind, parent_key__in=parents)


def _files_of(user):
    """Files of the collections where she may change files, and those that she deleted where she may add some."""
    found = Q(pk__in=[])
    for kind, app in ((BinnedItem.Kind.DOCUMENT, "wagtaildocs"), (BinnedItem.Kind.IMAGE, "wagtailimages")):
        found |= _of(kind, _collections(user, app, f"change_{kind}"))
        found |= _of(kind, _collections(user, app, f"add_{kind}")) & Q(deleted_by=user)
    return found


def _collections(user, app, codename):
    given = Q(
        group_permissions__group__user=user,
        group_permissions__permission__content_type__app_label=app,
        group_permissions__permission__codename=codename,
    )
    below = Q(pk__in=[])
    for path in Collection.objects.filter(given).values_list("path", flat=True):
        below |= Q(path__startswith=path)
    return Collection.objects.filter(below).values("pk")


def may_restore(user, item, parent=None):
    """Whether ``user`` may put the item back below ``parent`` (a Page; default: the one that it was below)."""
    if not within_reach(user).filter(pk=item.pk).exists():
        return False
    if item.kind != BinnedItem.Kind.PAGE:
        return True
    parent = parent or parent_of(item)
    return parent is not None and _may_put_below(user, item, parent.specific)


def _may_put_below(user, item, parent):
    permissions = parent.permissions_for_user(user)
    # Anyone who may publish there may also have deleted a published page there.
    allowed = permissions.can_publish_subpage() if item.was_public else permissions.can_add_subpage()
    is_network = item.model == NetworkPage._meta.label_lower
    return allowed and (not is_network or may_make_networks_below(user, parent))


def parent_of(item):
    return Page.objects.filter(pk=item.parent_key).first()


def may_see_the_bin(user):
    return page_permission_policy.user_has_any_permission(user, {"change", "add"})
