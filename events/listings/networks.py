"""The admin's list of networks, with their next meeting and when their page was last reviewed."""

from django.db.models import Case, F, IntegerField, Min, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from networks.listing.matching import fold
from networks.reviews.queries import needs_review, published_on
from networks.rights.access import editable_networks

from ..calendar.schedule import attach_next_meetings
from ..models import Occurrence
from .network_filters import NetworkFilterSet
from .views import AdminListing, TemplateColumn

NULLS_LAST = {"next_start", "content_changed_at", "reviewed_on", "keeper__last_name", "area__sort_order"}


class NetworkListing(AdminListing):
    page_title = _("Nätverk")
    header_icon = "group"
    verbose_name_plural = _("nätverk")
    index_url_name = "network_listing"
    index_results_url_name = "network_listing_results"
    filterset_class = NetworkFilterSet
    default_ordering = "title"
    columns = [
        TemplateColumn("title", label=_("Namn"), sort_key="title", template="network_title", width="24%"),
        TemplateColumn("area", label=_("Område"), sort_key="area__sort_order"),
        TemplateColumn("kind", label=_("Typ"), accessor="get_kind_display", sort_key="kind"),
        TemplateColumn("status", label=_("Läge"), sort_key="status", template="network_status"),
        TemplateColumn("next_meeting", label=_("Nästa möte"), sort_key="next_start", template="next_meeting"),
        TemplateColumn("last_updated", label=_("Uppdaterad"), sort_key="content_changed_at", template="updated"),
        TemplateColumn("keeper_name", label=_("Sidansvarig"), sort_key="keeper__last_name"),
        TemplateColumn("reviewed_on", label=_("Granskad"), sort_key="reviewed_on", template="reviewed"),
    ]
    export_filename = "natverk"
    list_export = [
        "title", "area", "get_kind_display", "get_status_display", "live", "next_meeting_day", "last_updated_day",
        "keeper_name", "reviewed_on", "full_url",
    ]  # fmt: skip
    export_headings = {
        "title": _("Namn"),
        "area": _("Område"),
        "get_kind_display": _("Typ"),
        "get_status_display": _("Läge"),
        "live": _("Publicerad"),
        "next_meeting_day": _("Nästa möte"),
        "last_updated_day": _("Senast uppdaterad"),
        "keeper_name": _("Sidansvarig"),
        "reviewed_on": _("Senast granskad"),
        "full_url": _("Adress"),
    }

    def get_base_queryset(self):
        networks = editable_networks(self.request.user).select_related("area", "keeper")
        networks = networks.defer_streamfields()
        return networks.annotate(next_start=_place_by_start()) if "next_start" in self.ordering else networks

    def order_queryset(self, queryset):
        key = self.ordering.removeprefix("-")
        if key not in NULLS_LAST:
            return queryset.order_by(self.ordering, "title", "pk")
        # Empty values always sort last; the filters can find them.
        order = F(key).desc(nulls_last=True) if self.ordering.startswith("-") else F(key).asc(nulls_last=True)
        return queryset.order_by(order, "title", "pk")

    def search_queryset(self, queryset):
        """Search by current and earlier names. In Python, because SQLite ignores the case of ASCII letters only."""
        if not self.is_searching:
            return queryset
        words = fold(self.search_query).split()
        names = editable_networks(self.request.user).values_list("pk", "title", "earlier_names__name")
        found = {pk for pk, *name in names if all(word in fold(" ".join(filter(None, name))) for word in words)}
        return queryset.filter(pk__in=found)

    def with_rows(self, rows):
        attach_next_meetings(rows)
        today = timezone.localdate()
        for row in rows:
            meeting = row.next_meeting
            row.back = f"{self.index_url}?{self.request.GET.urlencode()}"
            row.next_meeting_day = meeting.start_date if meeting else None
            row.last_updated_day = published_on(row.last_updated)
            row.keeper_name = (row.keeper.get_full_name() or row.keeper.get_username()) if row.keeper else ""
            row.review_is_due = needs_review(row, today)
        return rows


def _place_by_start():
    """The rank of a network by its next meeting, the first to meet first; null without a coming meeting.

    Otherwise the database would go through all meetings of each network, with all their texts.
    """
    starts = _next_starts(timezone.localdate())
    places = enumerate(sorted(filter(None, starts), key=starts.__getitem__))
    return Case(*(When(pk=network, then=place) for place, network in places), output_field=IntegerField())


def _next_starts(today):
    """``{network key: start of its next meeting}``, to sort by."""
    coming = Occurrence.objects.filter(page__live=True).not_cancelled().upcoming(today).order_by()
    return dict(coming.values_list("page__network").annotate(Min("starts_at")))
