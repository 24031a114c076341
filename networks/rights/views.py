"""Wagtail's views where they would let a network's editors do more than her rights are meant for."""

from django.shortcuts import get_object_or_404, redirect
from wagtail.admin.views.pages.create import AddSubpageView
from wagtail.models import Page

from ..models import NetworkPage


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
