"""The lists that pages choose from: areas, organisations, kinds of meeting, terms, and search's groups of words."""

from typing import Any

from wagtail.models import Locale

from events.models import EventCategory
from networks.models import Area, Organisation, Term
from search.models import SynonymGroup
from search.thesaurus.loading import ADDED
from search.thesaurus.loading import load as load_thesaurus


def locales() -> tuple[Locale, int]:
    """``(the Swedish locale, how many were created)``. Also creates the English one, for translators."""
    swedish, made_sv = Locale.objects.get_or_create(language_code="sv")
    _english, made_en = Locale.objects.get_or_create(language_code="en")
    return swedish, made_sv + made_en


def add_registers(locale: Locale, registers: dict[str, Any]) -> int:
    """Create the rows of ``registers`` (tables of ``registers.toml``) that are missing. Returns how many."""
    made = 0
    for order, area in enumerate(registers["area"]):
        defaults = {"sort_order": order, **area}
        made += Area.objects.get_or_create(slug=area["slug"], locale=locale, defaults=defaults)[1]
    for category in registers["category"]:
        made += EventCategory.objects.get_or_create(slug=category["slug"], locale=locale, defaults=category)[1]
    made += add_organisations(registers["organisations"])
    for term in registers["term"]:
        made += Term.objects.get_or_create(term=term["term"], locale=locale, defaults=term)[1]
    for words in registers["synonyms"]:
        made += SynonymGroup.objects.get_or_create(words=words)[1]
    return made + load_thesaurus()[ADDED]


def add_organisations(kinds: dict[str, list[str]]) -> int:
    """Create the organisations of ``{kind: names}`` that are missing. Returns how many."""
    rows = [(name, kind) for kind, names in kinds.items() for name in names]
    return sum(Organisation.objects.get_or_create(name=name, defaults={"kind": kind})[1] for name, kind in rows)
