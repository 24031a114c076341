"""Narrows Wagtail's views of pages, by the hook that Wagtail has for it: a ``PageViewSet`` for pages of every type."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from wagtail.admin.views.page_privacy import SetPrivacyView
from wagtail.admin.views.pages.create import AddSubpageView
from wagtail.admin.views.pages.lock import LockView, UnlockView
from wagtail.admin.views.pages.move import MoveConfirmView
from wagtail.admin.views.pages.ordering import SetPagePositionView
from wagtail.admin.views.pages.workflow import ConfirmWorkflowCancellationView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from ..copying.views import CopyPageView
from ..models import NetworkPage
from ..publication.whole import publication
from .access import is_central
from .choosing import choosable
from .explorer import ExplorerWithinReachView
from .held_forms import narrow
from .table import Action


def may_make_networks_below(user, parent):
    """Whether ``user`` may create a network or a sub-group below ``parent``. A network's editors may not."""
    if isinstance(parent, NetworkPage):
        return parent.permissions_for_user(user).may(Action.ADD_NETWORK)
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


class CancelWorkflowView(ConfirmWorkflowCancellationView):
    """Only for those who may edit the page. Wagtail's own view checks no rights."""

    def dispatch(self, request, *args, **kwargs):
        if not self.object.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class BelowTheRoot:
    """A mixin for a view of a page that asks for its parent, which the root of Wagtail's tree has not."""

    def dispatch(self, request, *args, **kwargs):
        if get_object_or_404(Page, pk=next(iter(kwargs.values()))).is_root():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class LockBelowTheRootView(BelowTheRoot, LockView):
    """Locks a page."""


class UnlockBelowTheRootView(BelowTheRoot, UnlockView):
    """Unlocks a page."""


class PositionBelowTheRootView(BelowTheRoot, SetPagePositionView):
    """Moves a page among its siblings."""


class MoveWithTranslationsView(MoveConfirmView):
    """Moves a page and its translations together. Wagtail's own view moves them one after the other.

    Where the user may choose no page there is none to her. Wagtail's says first whether its address is taken there.
    """

    def dispatch(self, request, page_to_move_id, destination_id, *args, **kwargs):
        get_object_or_404(choosable(request.user, Page), pk=destination_id)
        return super().dispatch(request, page_to_move_id, destination_id, *args, **kwargs)

    @publication()
    def post(self, *args, **kwargs):
        return super().post(*args, **kwargs)


class RestrictView(SetPrivacyView):
    """Restricts a page to groups together with naming them. Wagtail's own view stores them afterwards.

    Offers the groups that the user may choose, and those that the page is restricted to.
    """

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if not is_central(self.request.user):
            narrow(form.fields["groups"], self.request.user, form.initial.get("groups", []))
        return form

    @publication()
    def post(self, *args, **kwargs):
        return super().post(*args, **kwargs)


class PagesByRights(PageViewSet):
    """Replaces the viewset that Wagtail registers for ``Page``, so it must be registered after that one."""

    add_subpage_view_class = AddToNetworkView
    copy_view_class = CopyPageView
    index_view_class = ExplorerWithinReachView
    confirm_workflow_cancellation_view_class = CancelWorkflowView
    lock_view_class = LockBelowTheRootView
    move_confirm_view_class = MoveWithTranslationsView
    set_page_position_view_class = PositionBelowTheRootView
    set_privacy_view_class = RestrictView
    unlock_view_class = UnlockBelowTheRootView
