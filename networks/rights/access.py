"""The questions that our own views ask about a user's rights.

Whether somebody is a central editor is remembered for the user object, which lives as long as the request.
"""

from django.core.exceptions import PermissionDenied
from wagtail.models import Locale, Page
from wagtail.permissions import page_permission_policy

from ..models import NetworkIndexPage, NetworkPage

_CENTRAL = "_is_central_editor"


def is_central(user):
    """Whether ``user`` may make networks, and so does everything with all content."""
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
    """Whether ``user`` may change the draft of ``page`` now: she has the right, and nobody else has locked it."""
    permissions = page.permissions_for_user(user)
    return permissions.can_edit() and not permissions.page_locked()


def may_edit_anything(user):
    """Whether there is a page that ``user`` may change: who is shown the lists and the panels for editors."""
    return page_permission_policy.user_has_any_permission(user, {"change"})


def editable(user, pages):
    """Those of ``pages`` (a queryset of any page model) that ``user`` may change: a filter, which costs no query of
    its own beyond the user's rights. It does not look at locks: ask ``may_edit`` before a change."""
    if user.is_superuser and user.is_active:
        return pages
    allowed = page_permission_policy.instances_user_has_permission_for(user, "change")
    return pages.filter(pk__in=allowed.order_by().values("pk"))


def editable_networks(user):
    """The networks in the source language whose pages and events ``user`` may change, by title."""
    networks = NetworkPage.objects.filter(locale=Locale.get_default(), alias_of__isnull=True)
    return editable(user, networks).order_by("title")


def _may_add_to_a_list(user):
    given = page_permission_policy.get_cached_permissions_for_user(user)
    paths = tuple(each.page.path for each in given if each.permission.codename == "add_page")
    lists = Page.objects.type(NetworkIndexPage).values_list("path", flat=True)
    return bool(paths) and any(path.startswith(paths) for path in lists)
