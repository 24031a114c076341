from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from ..pages.blocks import RICH_TEXT_FEATURES
from ..pages.page_form import PageForm, plain_tabs
from ..pages.routing import ParentOfNetworks
from ..translation import facts
from ..writing.fields import ProseField


class NetworkIndexPage(ParentOfNetworks, Page):
    """The list of all networks, which can be filtered by area, kind, status and name."""

    introduction = ProseField(_("ingress"), blank=True, features=RICH_TEXT_FEATURES)

    words = ("title", "introduction")
    override_translatable_fields = facts("show_in_menus")

    base_form_class = PageForm
    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    edit_handler = plain_tabs(content_panels)
    subpage_types = ["networks.NetworkPage"]
    max_count_per_parent = 1
    page_description = _("Listan över alla nätverk.")

    class Meta:
        verbose_name = _("lista över nätverk")
        verbose_name_plural = _("listor över nätverk")

    def get_context(self, request, *args, **kwargs):
        """The rows come from ``networks.listing``, which registers the hook ``network_index_context``."""
        context = super().get_context(request, *args, **kwargs)
        for build in hooks.get_hooks("network_index_context"):
            context |= build(self, request)
        return context
