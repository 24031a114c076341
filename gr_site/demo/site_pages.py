"""The demo's pages around the networks, beside those of every site, and the footer."""

from datetime import date, timedelta

from wagtail.models import Page, Site

from gr_site.models import AccessibilityStatementPage, HomePage, Shortcoming, SiteFooter

from ..starting.pages import add_draft, add_pages
from .content import read

ASSESSED = timedelta(days=40)  # before the day the demo is loaded


def load_site_pages(home: HomePage, today: date) -> int:
    """Create missing lists and standard pages. Returns how many."""
    made = add_pages(home, today)
    for table in read("site", today)["page"]:
        shortcomings, easy_read_of = table.pop("shortcomings", []), table.pop("easy_read_of", [])
        if table["type"] == "statement":
            table["assessed_on"] = today - ASSESSED
        page = add_draft(home, table)
        if page is None:
            continue
        if isinstance(page, AccessibilityStatementPage):
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


def load_footer(home: HomePage, today: date) -> int:
    """Fill in the footer of the site with ``home``, unless someone has. Returns how many were created."""
    site = Site.objects.filter(root_page=home).first()
    defaults = read("site", today)["footer"]
    return int(SiteFooter.objects.get_or_create(site=site, defaults=defaults)[1]) if site else 0
