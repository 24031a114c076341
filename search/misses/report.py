"""The admin's report "Svaga sökningar": what people searched for and did not find, or found in vain."""

from itertools import islice

from django.db.models import F, Max, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from networks.rights.admin_pages import CentralAdminPage

from ..analysis.reportable import is_actionable
from ..analysis.thesaurus import phrase
from ..models import MissedQuery
from ..thesaurus.admin_views import edit_url, groups_by_word
from ..thesaurus.lines import starter_stems
from .counting import OTHER

MOST = 200
LEAST_FOUND = 3  # a search that two people left says little
ONE_IN = 10  # so few go on that nearly nobody does


class MissedQueriesView(SpreadsheetExportMixin, CentralAdminPage):
    template_name = "search/admin/missed_queries.html"
    page_title = _("Svaga sökningar")
    header_icon = "search"
    export_filename = "svaga-sokningar"
    list_export = ["kind", "query", "total", "last"]
    export_headings = {"kind": _("Vad"), "query": _("Sökord"), "total": _("Antal"), "last": _("Senast")}

    def get(self, request, *args, **kwargs):
        if self.is_export:
            rows = [row | {"kind": str(title)} for _name, title, queries in kinds() for row in told(queries)]
            return self.as_spreadsheet(rows, request.GET["export"])
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        groups = groups_by_word()
        other = queries_by_word().filter(query=OTHER).annotate(total=F("missed") + F("guesses")).order_by("query")
        return super().get_context_data(**kwargs) | {
            "kinds": [
                {
                    "name": name,
                    "title": title,
                    "queries": _shown(rows, groups),
                }
                for name, title, rows in kinds()
            ],
            "other": other.first(),
            "add": reverse("wagtailsnippets_search_synonymgroup:add"),
        }


def queries_by_word():
    return MissedQuery.objects.values("query").annotate(
        last=Max("month"), missed=Sum("number"), guesses=Sum("guessed"), hits=Sum("found"), visits=Sum("followed")
    )


def kinds():
    """``[(name, title, queries with their total)]``."""
    kept = queries_by_word().exclude(query=OTHER)
    left = kept.filter(hits__gte=LEAST_FOUND).filter(hits__gte=F("visits") * ONE_IN)
    return [
        ("missed", _("Utan träff"), kept.filter(missed__gt=0).annotate(total=F("missed"))),
        ("guessed", _("Bara gissade träffar"), kept.filter(guesses__gt=0).annotate(total=F("guesses"))),
        ("left", _("Träffar som ingen följde"), left.annotate(total=F("hits"))),
    ]


def told(queries):
    """The rows that an editor can do something about, the most asked for first.

    Until the night, the table may have what was kept before a rule was made.
    """
    today, known = timezone.localdate(), starter_stems()
    rows = queries.order_by("-total", "query").values("query", "total", "last")
    return (row for row in rows if is_actionable(row["query"], today, known))


def _shown(queries, groups):
    rows = list(islice(told(queries), MOST))
    for row in rows:
        group = groups.get(phrase(row["query"]))
        row["group"] = edit_url(group) if group else ""
    return rows
