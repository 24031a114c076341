"""The rows of the list of networks."""

from itertools import groupby

from ..models import NetworkPage
from ..models.choices import Kind
from ..text.folding import fold

_KIND_ORDER = {
    kind: place
    for place, kind in enumerate([Kind.POLITICAL, Kind.HEADS, Kind.NETWORK, Kind.WORKING_GROUP, Kind.EXTERNAL])
}


def matching(filters):
    """The listed networks that match ``filters`` (a cleaned NetworkFilterForm), in the shown language.

    Sorted by area, kind and name. Names in that language and in the source language are matched in Python, because
    SQLite ignores the case of ASCII letters only and the networks are few.
    """
    networks = (
        NetworkPage.objects.listed()
        .of_source()
        .select_related("area", "second_area")
        .in_language(texts=bool(filters.get("q")))
    )
    networks = networks.in_state(filters["lage"]) if filters.get("lage") else networks.current()
    if filters.get("typ"):
        networks = networks.filter(kind=filters["typ"])
    if filters.get("omrade"):
        networks = networks.in_area(filters["omrade"])
    rows = list(networks.prefetch_related("earlier_names"))
    if filters.get("q"):
        rows = [network for network in rows if _names(network, filters["q"])]
    return sorted(rows, key=_order)


def group_by_area(networks):
    """``[(area or None, [networks])]`` from a list that is sorted by area."""
    return [(area, list(group)) for area, group in groupby(networks, key=lambda network: network.area)]


def _order(network):
    area = network.area
    return (
        area is None,
        area.sort_order if area else 0,
        area.name if area else "",
        _KIND_ORDER[network.kind],
        fold(network.title),
    )


def _names(network, text):
    own = getattr(network, "source_title", "")
    names = [network.title, own, network.introduction, *(earlier.name for earlier in network.earlier_names.all())]
    haystack = fold(" ".join(names))
    return all(word in haystack for word in fold(text).split())
