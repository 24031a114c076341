"""Answers our own views' questions about a user's rights.

Whether a user is a central editor is cached on the user object, which lives as long as the request.
"""

from django.core.exceptions import PermissionDenied
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from ..models import NetworkIndexPage, NetworkPage

_CENTRAL = "_is_central_editor"


def is_central(user):
    """Whether ``user`` may create networks and thereby do everything with all content."""
    if not user.is_active or user.is_superuser:
        return user.is_active
    if not hasattr(user, _CENTRAL):
        setattr(user, _CENTRAL, _may_add_to_a_list(user))
    return getattr(user, _CENTRAL)


def require_central(user):
    """Raise PermissionDenied unless ``user`` is a central editor."""
    if not is_central(user):
        raise PermissionDenied


def may_edit(user, page):
    """Whether ``user`` has the right to change the draft of ``page`` and nobody else has locked it."""
    permissions = page.permissions_for_user(user)
    return permissions.can_edit() and not permissions.page_locked()


def may_edit_anything(user):
    """Whether there is any page that ``user`` may change. Such users see the editors' lists and panels."""
    return page_permission_policy.user_has_any_permission(user, {"change"})


def editable(user, pages):
    """Those of ``pages`` (a queryset of any page model) that ``user`` may change.

    Only filters, so the one extra query is for the user's rights. Ignores locks: ask ``may_edit`` before a change.
    """
    if user.is_superuser and user.is_active:
        return pages
    allowed = page_permission_policy.instances_user_has_permission_for(user, "change")
    return pages.filter(pk__in=allowed.order_by().values("pk"))


def editable_networks(user):
    """The networks in the source language whose pages and events ``user`` may change, sorted by title."""
    networks = NetworkPage.objects.of_source()
    return editable(user, networks).order_by("title")


def _may_add_to_a_list(user):
    given = page_permission_policy.get_cached_permissions_for_user(user)
    paths = tuple(each.page.path for each in given if each.permission.codename == "add_page")
    lists = Page.objects.type(NetworkIndexPage).values_list("path", flat=True)
    return bool(paths) and any(path.startswith(paths) for path in lists)
