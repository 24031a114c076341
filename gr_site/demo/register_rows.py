"""The lists that the demo's pages choose from: areas, organisations, kinds of meeting, shared statements."""

from datetime import date

from wagtail.models import Locale

from events.models import EventCategory
from networks.models import Area, NetworkPage, Organisation, SharedStatement, Term
from search.models import SynonymGroup

from .content import read
from .rich_text import rich_text


def locales() -> tuple[Locale, int]:
    """``(the Swedish locale, how many were created)``. Also creates the English one, for translators."""
    swedish, made_sv = Locale.objects.get_or_create(language_code="sv")
    _english, made_en = Locale.objects.get_or_create(language_code="en")
    return swedish, made_sv + made_en


def load_registers(locale: Locale, today: date) -> int:
    """Create missing areas, kinds of meeting, organisations and synonyms. Returns how many."""
    registers, made = read("registers", today), 0
    for order, area in enumerate(registers["area"]):
        defaults = {"sort_order": order, **area}
        made += Area.objects.get_or_create(slug=area["slug"], locale=locale, defaults=defaults)[1]
    for category in registers["category"]:
        made += EventCategory.objects.get_or_create(slug=category["slug"], locale=locale, defaults=category)[1]
    for kind, names in registers["organisations"].items():
        for name in names:
            made += Organisation.objects.get_or_create(name=name, defaults={"kind": kind})[1]
    for term in registers["term"]:
        made += Term.objects.get_or_create(term=term["term"], locale=locale, defaults=term)[1]
    for words in registers["synonyms"]:
        made += SynonymGroup.objects.get_or_create(words=words)[1]
    return made


def load_statements(locale: Locale, today: date) -> int:
    """Create missing shared statements, whose owners must exist. Returns how many."""
    made = 0
    for statement in read("registers", today)["statement"]:
        owner = NetworkPage.objects.get(slug=statement["owner"], locale=locale)
        defaults = {"owner": owner, "text": rich_text(statement["text"])}
        made += SharedStatement.objects.get_or_create(title=statement["title"], locale=locale, defaults=defaults)[1]
    return made
