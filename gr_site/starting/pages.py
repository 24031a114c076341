"""The pages that hold a site together, made from tables of ``site.toml``."""

from datetime import date
from typing import Any

from wagtail.models import Locale, Page

from events.models import CalendarPage
from gr_site.models import AccessibilityStatementPage, GlossaryPage, HomePage, StandardPage
from networks.models import NetworkIndexPage

from .address import point_at
from .content import read
from .plain_text import rich_text, stream

MODELS = {
    "networks": NetworkIndexPage,
    "calendar": CalendarPage,
    "standard": StandardPage,
    "statement": AccessibilityStatementPage,
    "glossary": GlossaryPage,
}
RICH_TEXTS = {
    HomePage: ["footer_text"],
    NetworkIndexPage: ["introduction"],
    CalendarPage: ["introduction"],
    AccessibilityStatementPage: ["method_description", "work"],
}


def add_home(locale: Locale, today: date) -> tuple[HomePage, int]:
    """``(the site's home page, how many were created)``. A new one replaces Wagtail's welcome page."""
    home = HomePage.objects.filter(locale=locale, depth=2).first()
    if home:
        return home, 0
    home = Page.get_first_root_node().add_child(instance=_build(HomePage, read("site", today)["home"], locale))
    home.save_revision().publish()
    point_at(home)
    return home, 1


def add_draft(home: HomePage, table: dict[str, Any]) -> Page | None:
    """The page of ``table``, as a draft right below ``home``; None where one has its slug."""
    if Page.objects.child_of(home).filter(slug=table["slug"]).exists():
        return None
    fields = {name: value for name, value in table.items() if name != "type"}
    return Page.objects.get(pk=home.pk).add_child(instance=_build(MODELS[table["type"]], fields, home.locale))


def add_pages(home: HomePage, today: date) -> int:
    """Publish the pages of every site that are missing. Returns how many."""
    drafts = [add_draft(home, table) for table in read("site", today)["page"]]
    missing = [page for page in drafts if page]
    for page in missing:
        page.save_revision().publish()
    return len(missing)


def _build(model: type[Page], table: dict[str, Any], locale: Locale) -> Page:
    fields = dict(table)
    if "body" in fields:
        fields["body"] = stream(fields["body"])
    for name in RICH_TEXTS.get(model, ()):
        fields[name] = rich_text(fields.get(name, ""))
    return model(locale=locale, live=False, **fields)
