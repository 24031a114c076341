"""The admin's report "Sökningar utan träff": what people searched for and did not find."""

from django.db.models import Max, Sum
from django.utils.translation import gettext_lazy as _

from networks.rights.admin_pages import CentralAdminPage

from ..models import MissedQuery
from .counting import OTHER

MOST = 200


class MissedQueriesView(CentralAdminPage):
    template_name = "search/admin/missed_queries.html"
    page_title = _("Sökningar utan träff")
    header_icon = "search"

    def get_context_data(self, **kwargs):
        queries = MissedQuery.objects.values("query").annotate(total=Sum("number"), last=Max("month"))
        kept = queries.exclude(query=OTHER).order_by("-total", "query")[:MOST]
        return super().get_context_data(**kwargs) | {
            "queries": kept,
            "other": queries.filter(query=OTHER).order_by("query").first(),
        }
