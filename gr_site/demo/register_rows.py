"""The lists that the demo's pages choose from: those of every site, more organisations, and shared statements."""

from datetime import date

from wagtail.models import Locale

from networks.models import NetworkPage, SharedStatement

from ..starting import content
from ..starting.plain_text import rich_text
from ..starting.registers import add_organisations, add_registers
from .content import read


def load_registers(locale: Locale, today: date) -> int:
    """Create missing areas, kinds of meeting, organisations, terms and synonyms. Returns how many."""
    made = add_registers(locale, content.read("registers", today))
    return made + add_organisations(read("registers", today)["organisations"])


def load_statements(locale: Locale, today: date) -> int:
    """Create missing shared statements, whose owners must exist. Returns how many."""
    made = 0
    for statement in read("registers", today)["statement"]:
        owner = NetworkPage.objects.get(slug=statement["owner"], locale=locale)
        defaults = {"owner": owner, "text": rich_text(statement["text"])}
        made += SharedStatement.objects.get_or_create(title=statement["title"], locale=locale, defaults=defaults)[1]
    return made
