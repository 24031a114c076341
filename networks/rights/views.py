"""Wagtail's views where they would let a network's editors do more than her rights are meant for."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from wagtail.admin.views.pages.create import AddSubpageView
from wagtail.models import Page, Task
from wagtail.permissions import policy_registry

from ..models import NetworkPage
from .access import require_central


def may_make_networks_below(user, parent):
    """Whether ``user`` may make a network or a sub-group below ``parent``: no editor of a network may."""
    if isinstance(parent, NetworkPage):
        return parent.permissions_for_user(user).given_above
    return True  # Wagtail has asked for the right to add pages there


class AddToNetworkView(AddSubpageView):
    """Spares the choice between events and sub-groups for those who may only make events."""

    def dispatch(self, request, parent_page_id, *args, **kwargs):
        parent = get_object_or_404(Page, pk=parent_page_id).specific
        may_add = parent.permissions_for_user(request.user).can_add_subpage()
        if may_add and not may_make_networks_below(request.user, parent):
            others = [model for model in type(parent).creatable_subpage_models() if model is not NetworkPage]
            if len(others) == 1:
                return redirect(
                    "wagtailadmin_pages:add", others[0]._meta.app_label, others[0]._meta.model_name, parent.pk
                )
        return super().dispatch(request, parent_page_id, *args, **kwargs)


def for_editors_of_the_page(view):
    """A view of Wagtail's that takes ``page_id`` and asks nothing, for those who may edit that page."""

    @wraps(view)
    def guarded(request, page_id, **kwargs):
        page = get_object_or_404(Page, pk=page_id)
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return view(request, page_id=page_id, **kwargs)

    return guarded


def for_central_editors(view):
    """A view that tells of all networks' pages, drafts included."""

    @wraps(view)
    def guarded(request, **kwargs):
        require_central(request.user)
        return view(request, **kwargs)

    return guarded


def for_makers_of_tasks(view):
    """A view about the workflows' tasks that asks nothing, for those who may change them."""

    @wraps(view)
    def guarded(request, **kwargs):
        if not policy_registry.get_by_type(Task).user_has_any_permission(request.user, ["add", "change"]):
            raise PermissionDenied
        return view(request, **kwargs)

    return guarded
