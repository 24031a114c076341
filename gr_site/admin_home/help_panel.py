"""The dashboard's last panel: whom to ask, what to read and how to do without a mouse."""

from wagtail.admin.ui.components import Component

from ..models import SiteFooter


class HelpPanel(Component):
    name = "help"
    order = 1000
    template_name = "gr_site/admin/help_panel.html"

    def get_context_data(self, parent_context):
        return {"footer": SiteFooter.for_request(parent_context["request"])}
