"""What the views after the first one of "Planera nästa år" share."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class BelowPlanning(WagtailAdminTemplateMixin):
    """An admin view whose breadcrumbs lead back to where planning begins."""

    def get_breadcrumbs_items(self):
        start = {"url": reverse("plan_year"), "label": _("Planera nästa år")}
        return [*self.breadcrumbs_items, start, {"url": "", "label": self.get_page_title()}]
