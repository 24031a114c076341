"""The rows of the list of networks."""

from collections.abc import Sequence
from dataclasses import dataclass

from wagtail import hooks

from ..models import NetworkPage
from ..models.choices import Kind
from ..text.folding import fold

_KIND_ORDER = {
    kind: place
    for place, kind in enumerate([Kind.POLITICAL, Kind.HEADS, Kind.NETWORK, Kind.WORKING_GROUP, Kind.EXTERNAL])
}


@dataclass(frozen=True)
class Matches:
    """What the search says of a text: the keys of networks, best first, and whether they only resemble what was asked
    for. ``elsewhere`` is where the whole site is searched for the same."""

    networks: Sequence[int]
    guessed: bool
    elsewhere: str


def matches_of(text):
    """The Matches of ``text`` from the one receiver of the hook ``network_search``."""
    (search,) = hooks.get_hooks("network_search")
    return search(text)


def matching(filters, matches=None):
    """The listed networks that match ``filters`` (a cleaned NetworkFilterForm), in the shown language.

    Sorted by area, kind and name; with ``matches`` those that the search found, in its order.
    """
    networks = NetworkPage.objects.listed().of_source().select_related("area", "second_area").in_language()
    networks = networks.in_state(filters["lage"]) if filters.get("lage") else networks.current()
    if filters.get("typ"):
        networks = networks.filter(kind=filters["typ"])
    if filters.get("omrade"):
        networks = networks.in_area(filters["omrade"])
    if matches is None:
        return sorted(networks, key=_order)
    order = {key: place for place, key in enumerate(matches.networks)}
    return sorted(networks.filter(pk__in=order), key=lambda network: order[network.pk])


def group_by_area(networks):
    """``[(area or None, [networks])]``, areas in the order of their first network."""
    groups = {}
    for network in networks:
        groups.setdefault(network.area, []).append(network)
    return list(groups.items())


def _order(network):
    area = network.area
    return (
        area is None,
        area.sort_order if area else 0,
        area.name if area else "",
        _KIND_ORDER[network.kind],
        fold(network.title),
    )
