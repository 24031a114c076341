"""Base classes of the admin pages that we add to Wagtail's."""

from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .access import require_central


class AdminPage(WagtailAdminTemplateMixin, TemplateView):
    """An admin page of ours. It is the last of its own breadcrumbs."""

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]


class CentralAdminPage(AdminPage):
    """An admin page for GR's central editors only. Raises PermissionDenied for everybody else."""

    def dispatch(self, request, *args, **kwargs):
        require_central(request.user)
        return super().dispatch(request, *args, **kwargs)
