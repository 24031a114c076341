"""The choices beside the hits: each with its label, how many hits it leaves and its address."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from events.days.date_format import format_date
from events.models.choices import Format
from networks.translation import shown_language

from ..analysis.facets import COMING, PAST
from ..models.choices import HitKind
from .finder import ORDERS
from .form import HELD_CHOICES

# How many places are offered: those of the most hits.
MOST_PLACES = 12


@dataclass
class Choice:
    """``address`` makes the choice beside those that are made, or undoes it if it is ``chosen``. Empty for a choice
    that is made in the form only."""

    label: str
    number: int
    address: str
    chosen: bool
    value: str = ""


@dataclass
class Facet:
    name: str
    label: str
    choices: list[Choice]
    # The address without any choice of this facet.
    without: str = ""
    chosen: list[Choice] = field(init=False)

    def __post_init__(self):
        self.chosen = [choice for choice in self.choices if choice.chosen]


def facets(form, found):
    """The facets that offer a choice or have one made."""
    known, counts = found.known, found.counts
    sources = [
        ("typ", _("Typ"), counts["kind"], [(kind.value, kind.value, kind.label) for kind in HitKind]),
        ("period", _("Tid"), counts["period"], _periods(counts["period"])),
        ("omrade", _("Område"), counts["area"], _named(known.areas)),
        ("form", _("Mötesform"), counts["form"], [(form.value, form.value, form.label) for form in Format]),
        ("lage", _("Inställt"), counts["held"], [(value, value, label) for value, label in HELD_CHOICES]),
        ("plats", _("Plats"), counts["place"], _places(counts["place"], form.values("plats"))),
        ("kommun", _("Kommun som deltar"), counts["municipality"], _named(known.municipalities)),
    ]
    built = [_facet(form, *source) for source in sources]
    # Hundreds of networks are no choice, but one that is made, from a link below a network, must be seen and undone.
    network = _facet(form, "natverk", _("Nätverk"), counts["network"], _chosen_networks(form, found))
    return [facet for facet in [*built, network] if facet.chosen or len(facet.choices) > 1]


def chosen_days(form):
    """The first and the last day, if they are chosen, as choices."""
    language = "en" if shown_language().startswith("en") else "sv"
    labels = {"fran": _("Från och med %s"), "till": _("Till och med %s")}
    return [
        Choice(label % format_date(day, weekday=False, language=language), 0, without(form, name), True, str(day))
        for name, label in labels.items()
        if (day := form.value(name))
    ]


def orders(form):
    """The sort orders, as choices without numbers."""
    current = form.value("ordning")
    return [Choice(label, 0, address(form, ordning=value), value == current) for value, label in ORDERS]


def without(form, *names):
    """The address of the same search without the choices ``names``."""
    return address(form, **dict.fromkeys(names, ""))


def meetings_of(form, known):
    """A function from a network's key to the address of its meetings among the hits; '' for an unknown one."""
    slugs = {key: slug for slug, (key, *_) in known.network_slugs.items()}

    def meetings(network):
        slug = slugs.get(network)
        return address(form, natverk=slug, typ=HitKind.MEETING.value) if slug else ""

    return meetings


def kept(form, *names):
    """``[(parameter, value)]`` that a form beside the search keeps in its address: those of the fields ``names``."""
    given = form.parameters()
    return [(name, value) for name in names if name in given for value in _listed(given[name])]


def _listed(value):
    return value if isinstance(value, list) else [value]


def address(form, /, **changes):
    """The address of the same search with ``changes``: values, or lists of them."""
    return "?" + urlencode(form.parameters(**changes), doseq=True)


def _named(known):
    return [(slug, key, name) for slug, (key, name) in known.items()]


def _periods(counts):
    years = sorted((year for year in counts if year not in (COMING, PAST)), reverse=True)
    named = [(COMING, _("Kommande möten")), (PAST, _("Tidigare möten")), *((year, year) for year in years)]
    return [(value, value, label) for value, label in named]


def _places(counts, chosen):
    common = sorted(counts, key=lambda place: (-counts[place], place))[:MOST_PLACES]
    return [(place, place, place) for place in dict.fromkeys([*common, *chosen])]


def _chosen_networks(form, found):
    """Only those with a hit, whose names a visitor may see."""
    known = found.known.network_slugs
    chosen = [(slug, *known[slug][:2]) for slug in form.values("natverk") if slug in known]
    return [(slug, key, name) for slug, key, name in chosen if found.counts["network"][key]]


def _facet(form, name, label, counts, values):
    """``values`` are ``(value in the address, counted value, label)`` in the order shown."""
    chosen = form.values(name)
    choices = [
        Choice(text, counts[key], _toggled(form, name, chosen, value), value in chosen, value)
        for value, key, text in values
        if counts[key] or value in chosen
    ]
    return Facet(name, label, choices, without(form, name))


def _toggled(form, name, chosen, value):
    if name != "typ" and value not in chosen:
        return ""
    others = [each for each in chosen if each != value]
    return address(form, **{name: others if value in chosen else [*chosen, value]})
