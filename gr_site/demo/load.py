"""Loads the demo content into the database: creates what is missing and changes nothing that exists."""

from collections import Counter
from datetime import date

from django.db import transaction
from wagtail.documents.models import Document
from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from events.models import CalendarPage
from gr_site.models import HomePage
from networks.models import NetworkIndexPage

from ..starting.pages import add_home
from ..starting.registers import locales
from .content import EventPlan, network_plans, read
from .event_pages import add_event
from .network_pages import add_drafts, network, publish
from .register_rows import load_registers, load_statements
from .seats import people
from .site_pages import load_footer, load_site_pages
from .translations import load_translations


@transaction.atomic
def load(today: date, *, translated: bool = True) -> Counter[str]:
    """Load everything, with meetings around ``today``, in Swedish and if ``translated`` in English.

    Returns how many of each kind were created. All or nothing. What exists is recognised by slug or title and left as
    it is, so a second load changes nothing.
    """
    made: Counter[str] = Counter()
    documents = Document.objects.count()
    locale, made["locales"] = locales()
    made["register rows"] = load_registers(locale, today)
    home, made["pages"] = add_home(locale, today)
    made["pages"] += load_site_pages(home, today)
    made["settings"] = load_footer(home, today)
    # Wagtail would index the whole page again for each row that is saved; once at the end is enough.
    with disable_reference_index_auto_update():
        made += _load_networks(home, today)
        made["events"] += _load_regional_events(home, today)
        made["translations"] = load_translations(home, today) if translated else 0
    if made["networks"] or made["events"] or made["translations"]:
        _index_references(home)
    made["documents"] = Document.objects.count() - documents
    return made


def _load_networks(home: HomePage, today: date) -> Counter[str]:
    plans, names = network_plans(today), people(today)
    index = NetworkIndexPage.objects.child_of(home).get()
    missing = add_drafts(index, plans)
    statements = load_statements(home.locale, today)
    for plan in missing:
        publish(plan, index, names)
    events = sum(add_event(network(plan.slug, index), event, today) for plan in plans for event in plan.events)
    return Counter({"networks": len(missing), "shared statements": statements, "events": events})


def _load_regional_events(home: HomePage, today: date) -> int:
    calendar = CalendarPage.objects.child_of(home).get()
    return sum(add_event(calendar, EventPlan(**table), today) for table in read("site", today)["event"])


def _index_references(home: HomePage) -> None:
    for page in Page.objects.descendant_of(home.get_parent()).specific():
        ReferenceIndex.create_or_update_for_object(page)
