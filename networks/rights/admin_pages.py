"""Base classes of the admin pages that we add to Wagtail's."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .access import may_edit_anything, require_central


class AdminPage(WagtailAdminTemplateMixin, TemplateView):
    """An admin page of ours. It is the last of its own breadcrumbs."""

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]


class CentralAdminPage(AdminPage):
    """An admin page for GR's central editors only. Raises PermissionDenied for everybody else."""

    def dispatch(self, request, *args, **kwargs):
        require_central(request.user)
        return super().dispatch(request, *args, **kwargs)


class EditorsOnly:
    """A mixin for an admin view for users who may edit any page. Raises PermissionDenied for everybody else."""

    def dispatch(self, request, *args, **kwargs):
        if not may_edit_anything(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class BelowEditForm(WagtailAdminTemplateMixin):
    """An admin view about ``self.page``, a page of the site. Its breadcrumbs lead back to that page's edit form."""

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        here = {"url": "", "label": self.get_page_title()}
        return [*self.breadcrumbs_items, {"url": edit, "label": self.get_page_subtitle()}, here]
