"""The admin's report "Sökningar utan träff": what people looked for and did not find."""

from django.db.models import Max, Sum
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from networks.rights.access import require_central

from .models import MissedQuery

MOST = 200


class MissedQueriesView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "search/admin/missed_queries.html"
    page_title = _("Sökningar utan träff")
    header_icon = "search"

    def dispatch(self, request, *args, **kwargs):
        require_central(request.user)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        queries = MissedQuery.objects.values("query").annotate(total=Sum("number"), last=Max("month"))
        return super().get_context_data(**kwargs) | {"queries": queries.order_by("-total", "query")[:MOST]}
