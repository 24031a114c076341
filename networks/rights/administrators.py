"""Lists and pages that only administrators may open: what they show is of nobody's network."""

from django.core.exceptions import PermissionDenied
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.permission_policies import ModelPermissionPolicy

from .admin_pages import AdminPage


class AdministratorsListing(SpreadsheetExportMixin, PermissionCheckedMixin, BaseListingView):
    """A report on ``model``, with filters and export. Raises PermissionDenied without the right to view it."""

    permission_required = "view"
    paginate_by = 50
    table_classname = "listing full-width"

    @property
    def permission_policy(self):
        return ModelPermissionPolicy(self.model)

    def render_to_response(self, context, **response_kwargs):
        if self.is_export:
            return self.as_spreadsheet(context["object_list"], self.request.GET["export"])
        return super().render_to_response(context, **response_kwargs)


class AdministratorsPage(AdminPage):
    """A page for administrators only. Raises PermissionDenied for everybody else."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class AdministratorsMenuItem(MenuItem):
    """The menu item of an ``AdministratorsListing`` of ``model``, or without one of an ``AdministratorsPage``."""

    def __init__(self, *args, model=None, **kwargs):
        super().__init__(*args, **kwargs)
        self._policy = model and ModelPermissionPolicy(model)

    def is_shown(self, request):
        if self._policy:
            return self._policy.user_has_permission(request.user, "view")
        return request.user.is_superuser
