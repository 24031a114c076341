"""What our own pages in the admin begin from."""

from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .rights.access import require_central


class AdminPage(WagtailAdminTemplateMixin, TemplateView):
    """A page of our own, the last of its breadcrumbs."""

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]


class CentralAdminPage(AdminPage):
    """Of GR's central editors alone. Raises PermissionDenied for everybody else."""

    def dispatch(self, request, *args, **kwargs):
        require_central(request.user)
        return super().dispatch(request, *args, **kwargs)
