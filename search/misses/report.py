"""The admin's report "Svaga sökningar": what people searched for and did not find, or found in vain."""

from itertools import islice

from django.db.models import F, Max, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

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


class MissedQueriesView(CentralAdminPage):
    template_name = "search/admin/missed_queries.html"
    page_title = _("Svaga sökningar")
    header_icon = "search"

    def get_context_data(self, **kwargs):
        queries = MissedQuery.objects.values("query").annotate(
            last=Max("month"), missed=Sum("number"), guesses=Sum("guessed"), hits=Sum("found"), visits=Sum("followed")
        )
        kept = queries.exclude(query=OTHER)
        left = kept.filter(hits__gte=LEAST_FOUND).filter(hits__gte=F("visits") * ONE_IN)
        return super().get_context_data(**kwargs) | {
            "kinds": [
                self._kind("missed", _("Utan träff"), kept.filter(missed__gt=0).annotate(total=F("missed"))),
                self._kind(
                    "guessed", _("Bara gissade träffar"), kept.filter(guesses__gt=0).annotate(total=F("guesses"))
                ),
                self._kind("left", _("Träffar som ingen följde"), left.annotate(total=F("hits"))),
            ],
            "other": queries.filter(query=OTHER).annotate(total=F("missed") + F("guesses")).order_by("query").first(),
            "add": reverse("wagtailsnippets_search_synonymgroup:add"),
        }

    def _kind(self, name, title, queries):
        groups, today, known = groups_by_word(), timezone.localdate(), starter_stems()
        # Until the night, the table may have what was kept before a rule was made.
        told = (row for row in queries.order_by("-total", "query") if is_actionable(row["query"], today, known))
        rows = list(islice(told, MOST))
        for row in rows:
            group = groups.get(phrase(row["query"]))
            row["group"] = edit_url(group) if group else ""
        return {"name": name, "title": title, "queries": rows}
