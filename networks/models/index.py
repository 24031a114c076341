from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from ..blocks import RICH_TEXT_FEATURES
from ..listing import group_by_area, matching
from ..page_form import PageForm, plain_tabs
from ..routing import ParentOfNetworks
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
        from ..forms import NetworkFilterForm  # the form imports the models

        context = super().get_context(request, *args, **kwargs)
        form = NetworkFilterForm(request.GET or None)
        filters = form.cleaned_data if form.is_valid() else {}
        networks = matching(filters)
        for enrich in hooks.get_hooks("network_listing"):
            enrich(networks)
        context |= {
            "form": form,
            "count": len(networks),
            "groups": group_by_area(networks),
            "filtered": any(filters.values()),
        }
        return context
