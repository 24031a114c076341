"""The admin's list of meetings: every date of every event that the user may edit, including drafts."""

from django.utils.translation import gettext_lazy as _

from ..amending.actions import links
from ..attention.meetings import own_meetings
from .meeting_filters import MeetingFilterSet
from .views import AdminListing, TemplateColumn


class MeetingListing(AdminListing):
    page_title = _("Möten")
    header_icon = "date"
    verbose_name_plural = _("möten")
    index_url_name = "meeting_listing"
    index_results_url_name = "meeting_listing_results"
    filterset_class = MeetingFilterSet
    default_ordering = "starts_at"
    columns = [
        TemplateColumn("when", label=_("Datum"), sort_key="starts_at", template="meeting_when", width="30%"),
        TemplateColumn("network", label=_("Nätverk"), sort_key="page__network__title", template="meeting_network"),
        TemplateColumn("status", label=_("Status"), sort_key="status", template="meeting_status"),
        TemplateColumn("agenda", label=_("Dagordning"), template="agenda"),
        TemplateColumn("minutes", label=_("Anteckningar"), template="minutes"),
        TemplateColumn("actions", label=_("Ändra"), template="meeting_actions"),
    ]
    export_filename = "moten"
    list_export = [
        "start_date", "final_date", "from_clock", "to_clock", "page.network", "headline", "get_status_display",
        "page.live", "actual_place", "agenda", "minutes", "note",
    ]  # fmt: skip
    export_headings = {
        "start_date": _("Datum"),
        "final_date": _("Till och med"),
        "from_clock": _("Börjar"),
        "to_clock": _("Slutar"),
        "page.network": _("Nätverk"),
        "headline": _("Möte"),
        "get_status_display": _("Status"),
        "page.live": _("Publicerat"),
        "actual_place": _("Plats"),
        "agenda": _("Dagordning"),
        "minutes": _("Anteckningar"),
        "note": _("Anmärkning"),
    }

    def get_base_queryset(self):
        return own_meetings(self.request.user).with_pages()

    def order_queryset(self, queryset):
        return queryset.order_by(self.ordering, "starts_at", "pk")

    def filter_queryset(self, queryset):
        """Keep the requested order when a filter sets its own."""
        return self.order_queryset(super().filter_queryset(queryset))

    def search_queryset(self, queryset):
        return queryset.mentioning(self.search_query) if self.is_searching else queryset

    def with_rows(self, rows):
        back = f"{self.index_url}?{self.request.GET.urlencode()}"
        for row in rows:
            row.from_clock, row.to_clock = row.clock
            row.actions = links(row, back) if row.page.live else []
        return rows
