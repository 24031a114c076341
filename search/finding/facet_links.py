"""The choices beside the hits: each with its label, how many hits it leaves and its address."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from ..analysis.facets import COMING
from ..models.choices import HitKind
from .finder import ORDERS


@dataclass
class Choice:
    label: str
    number: int
    address: str
    chosen: bool


@dataclass
class Facet:
    name: str
    label: str
    choices: list[Choice]
    # The chosen one, whose address undoes the choice.
    chosen: Choice | None


def facets(form, found):
    """The facets that offer a choice or have one made."""
    known = found.known
    sources = [
        ("typ", _("Typ"), found.counts["kind"], [(kind.value, kind.value, kind.label) for kind in HitKind]),
        ("period", _("Tid"), found.counts["period"], _periods(found.counts["period"])),
        (
            "omrade",
            _("Område"),
            found.counts["area"],
            [(slug, key, name) for slug, (key, name) in known.areas.items()],
        ),
        (
            "kommun",
            _("Kommun som deltar"),
            found.counts["municipality"],
            [(slug, key, name) for slug, (key, name) in known.municipalities.items()],
        ),
    ]
    built = (_facet(form, *source) for source in sources)
    return [facet for facet in built if facet.chosen or len(facet.choices) > 1]


def orders(form):
    """The sort orders, as choices without numbers."""
    current = form.value("ordning")
    return [Choice(label, 0, _address(form, "ordning", value), value == current) for value, label in ORDERS]


def without(form, *names):
    """The address of the same search without the choices ``names``."""
    return "?" + urlencode(form.parameters(**dict.fromkeys(names, "")))


def _periods(counts):
    years = sorted((year for year in counts if year != COMING), reverse=True)
    return [(COMING, COMING, _("Kommande möten")), *((year, year, year) for year in years)]


def _facet(form, name, label, counts, values):
    """``values`` are ``(value in the address, counted value, label)`` in the order shown."""
    choices = [
        Choice(text, counts[key], _address(form, name, value), form.value(name) == value)
        for value, key, text in values
        if counts[key] or form.value(name) == value
    ]
    chosen = next((choice for choice in choices if choice.chosen), None)
    if chosen:
        chosen.address = _address(form, name, "")
    return Facet(name, label, choices, chosen)


def _address(form, name, value):
    return "?" + urlencode(form.parameters(**{name: value}))
