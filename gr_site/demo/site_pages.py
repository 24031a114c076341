"""The pages around the networks: home, lists, standard pages and the footer."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Locale, Page, Site

from events.models import CalendarPage
from gr_site.models import AccessibilityStatementPage, GlossaryPage, HomePage, Shortcoming, SiteFooter, StandardPage
from networks.models import NetworkIndexPage

from .content import read
from .rich_text import rich_text, stream

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
ASSESSED = timedelta(days=40)  # before the day the demo is loaded


def load_home(locale: Locale, today: date) -> tuple[HomePage, int]:
    """``(the site's home page, how many were created)``. A new one replaces Wagtail's welcome page."""
    home = HomePage.objects.filter(locale=locale, depth=2).first()
    if home:
        return home, 0
    home = Page.get_first_root_node().add_child(instance=_page(HomePage, read("site", today)["home"], locale))
    home.save_revision().publish()
    _point_site_at(home)
    return home, 1


def _point_site_at(home: HomePage) -> None:
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first() or Site(is_default_site=True)
    welcome = site.root_page if site.pk else None
    site.root_page, site.site_name = home, settings.WAGTAIL_SITE_NAME
    site.hostname, site.port = address.hostname, address.port or (443 if address.scheme == "https" else 80)
    site.save()
    # Only Wagtail's own migration creates a bare Page; no editor can.
    if welcome and welcome.specific_class is Page and not welcome.get_children().exists():
        welcome.delete()


def load_site_pages(home: HomePage, today: date) -> int:
    """Create missing lists and standard pages. Returns how many."""
    made = 0
    for table in read("site", today)["page"]:
        model = MODELS[table.pop("type")]
        if Page.objects.child_of(home).filter(slug=table["slug"]).exists():
            continue
        shortcomings, easy_read_of = table.pop("shortcomings", []), table.pop("easy_read_of", [])
        if model is AccessibilityStatementPage:
            table["assessed_on"] = today - ASSESSED
        page = Page.objects.get(pk=home.pk).add_child(instance=_page(model, table, home.locale))
        if shortcomings:
            page.shortcomings.add(*(Shortcoming(**row) for row in shortcomings))
        page.save_revision().publish()
        _lead_to(page, easy_read_of, home)
        made += 1
    return made


def _lead_to(easy_read: Page, slugs: list[str], home: HomePage) -> None:
    """Set ``easy_read`` as the easy-to-read version of the pages with ``slugs``."""
    for page in Page.objects.descendant_of(home, inclusive=True).filter(slug__in=slugs, depth__lte=3).specific():
        page.easy_read = easy_read
        page.save_revision().publish()


def _page(model: type[Page], table: dict[str, Any], locale: Locale) -> Page:
    fields = dict(table)
    if "body" in fields:
        fields["body"] = stream(fields["body"])
    for name in RICH_TEXTS.get(model, ()):
        fields[name] = rich_text(fields[name])
    return model(locale=locale, live=False, **fields)


def load_footer(home: HomePage, today: date) -> int:
    """Fill in the footer of the site with ``home``, unless someone has. Returns how many were created."""
    site = Site.objects.filter(root_page=home).first()
    defaults = read("site", today)["footer"]
    return int(SiteFooter.objects.get_or_create(site=site, defaults=defaults)[1]) if site else 0
