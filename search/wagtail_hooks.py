"""Adds synonyms and the report of weak searches to the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from networks.rights.menus import CentralMenuItem

from .documents.remarks import remark
from .finding.known_words import corrected_query, known_words, query_operators
from .finding.networks import network_matches
from .indexing.comparison import compare
from .misses.report import MissedQueriesView
from .thesaurus.admin_views import SynonymGroupViewSet
from .thesaurus.deletion import RESTORED
from .thesaurus.deletion_views import DeletedGroupsView, delete_instead

register_snippet(SynonymGroupViewSet)
hooks.register("before_delete_snippet", delete_instead)


@hooks.register("register_log_actions")
def group_log_actions(actions):
    actions.register_action(RESTORED, _("Återställ"), _("Återställd"))


# Search's rows are written again when pages come back from the bin.
hooks.register("made_again_after_restore", lambda: ["search"])


@hooks.register("central_editor_permissions")
def what_central_editors_change():
    return [
        *(f"search.{verb}_synonymgroup" for verb in ("add", "change", "delete", "view")),
        *(f"wagtailsearchpromotions.{verb}_searchpromotion" for verb in ("add", "change", "delete", "view")),
    ]


hooks.register("compare_with_pages", compare)
hooks.register("network_search", network_matches)
hooks.register("known_words", known_words)
hooks.register("query_operators", query_operators)
hooks.register("corrected_query", corrected_query)
hooks.register("network_index_context", lambda page, request: {"search_box": "search/includes/box.html"})
hooks.register("remarks_on_document", remark)


@hooks.register("register_admin_urls")
def search_urls():
    return [
        path("rapporter/svaga-sokningar/", MissedQueriesView.as_view(), name="missed_queries"),
        path("synonymer/borttagna/", DeletedGroupsView.as_view(), name="deleted_synonyms"),
    ]


@hooks.register("register_reports_menu_item")
def missed_queries_menu_item():
    return CentralMenuItem(
        _("Svaga sökningar"), reverse("missed_queries"), name="missed-queries", icon_name="search", order=600
    )


@hooks.register("construct_reports_menu")
def without_the_empty_report(request, items):
    """Wagtail's report of search terms counts what a site tells it to, and ours counts weak searches instead."""
    items[:] = [item for item in items if item.name != "search-terms"]
