from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from ..blocks import RICH_TEXT_FEATURES
from ..listing import group_by_area, matching
from .network import NetworkPage


class NetworkIndexPage(Page):
    """The list of all networks, with filters by area, kind, status and name."""

    introduction = RichTextField(_("ingress"), blank=True, features=RICH_TEXT_FEATURES)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    subpage_types = ["networks.NetworkPage"]
    max_count_per_parent = 1
    page_description = _("Listan över alla nätverk.")

    class Meta:
        verbose_name = _("lista över nätverk")
        verbose_name_plural = _("listor över nätverk")

    def route(self, request, path_components):
        """Find the network with all that its page shows of it in one query; Wagtail's own way takes three."""
        if path_components:
            networks = NetworkPage.objects.child_of(self).select_related("area", "second_area", "successor")
            network = networks.filter(slug=path_components[0]).first()
            if network:
                network._cached_parent_obj = self
                return network.route(request, path_components[1:])
        return super().route(request, path_components)

    def get_context(self, request, *args, **kwargs):
        from ..forms import NetworkFilterForm  # the form imports the models

        context = super().get_context(request, *args, **kwargs)
        form = NetworkFilterForm(request.GET or None, locale=self.locale)
        filters = form.cleaned_data if form.is_valid() else {}
        networks = matching(self.locale, filters)
        for enrich in hooks.get_hooks("network_listing"):
            enrich(networks)
        context |= {
            "form": form,
            "count": len(networks),
            "groups": group_by_area(networks),
            "filtered": any(filters.values()),
        }
        return context
