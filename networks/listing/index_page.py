"""What the list of networks shows."""

from wagtail import hooks

from .filters import NetworkFilterForm
from .matching import group_by_area, matches_of, matching


def index_context(page, request):
    """The networks that the filters in the address let through, by area; with a text, the areas of the best answers
    first. Hooks ``network_listing`` add to them."""
    form = NetworkFilterForm(request.GET or None)
    filters = form.cleaned_data if form.is_valid() else {}
    matches = matches_of(filters["q"]) if filters.get("q") else None
    networks = matching(filters, matches)
    for enrich in hooks.get_hooks("network_listing"):
        enrich(networks)
    return {
        "form": form,
        "count": len(networks),
        "groups": group_by_area(networks),
        "filtered": any(filters.values()),
        "matches": matches,
    }
