"""Narrows those of Wagtail's views that would let a network's editors do more than they should."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from wagtail.admin.views.pages.create import AddSubpageView
from wagtail.models import Page, Task
from wagtail.permissions import policy_registry

from ..models import NetworkPage
from .access import require_central


def may_make_networks_below(user, parent):
    """Whether ``user`` may create a network or a sub-group below ``parent``. A network's editors may not."""
    if isinstance(parent, NetworkPage):
        return parent.permissions_for_user(user).given_above
    return True  # Wagtail has already checked the right to add pages there


class AddToNetworkView(AddSubpageView):
    """Skips the choice between events and sub-groups for users who may only create events."""

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
    """Wrap a Wagtail view that takes ``page_id`` and checks no rights: only those who may edit the page get in."""

    @wraps(view)
    def guarded(request, page_id, **kwargs):
        page = get_object_or_404(Page, pk=page_id)
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return view(request, page_id=page_id, **kwargs)

    return guarded


def for_central_editors(view):
    """Wrap a view that shows all networks' pages, including drafts: only central editors get in."""

    @wraps(view)
    def guarded(request, **kwargs):
        require_central(request.user)
        return view(request, **kwargs)

    return guarded


def for_makers_of_tasks(view):
    """Wrap a view of workflow tasks that checks no rights: only those who may change tasks get in."""

    @wraps(view)
    def guarded(request, **kwargs):
        if not policy_registry.get_by_type(Task).user_has_any_permission(request.user, ["add", "change"]):
            raise PermissionDenied
        return view(request, **kwargs)

    return guarded
