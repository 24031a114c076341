"""The empty site that most tests with a database stand on. It is part of the test database, so that no test pays for
publishing it anew."""

from types import SimpleNamespace

from wagtail.models import Locale, Page, Site

from events.models import CalendarPage
from gr_site.models import HomePage
from networks.models import NetworkIndexPage

from .factories import add_page


def build_site():
    """Put the empty site in place of all pages that there are."""
    _remove_pages()
    sv, _ = Locale.objects.get_or_create(language_code="sv")
    Locale.objects.get_or_create(language_code="en")
    root = Page.get_first_root_node()
    home = add_page(root, HomePage(title="Göteborgsregionens nätverk", slug="start", locale=sv))
    Site.objects.create(hostname="localhost", port=80, root_page=home, is_default_site=True, site_name="GR")
    add_page(home, NetworkIndexPage(title="Nätverk", slug="natverk"))
    add_page(home, CalendarPage(title="Kalender", slug="kalender"))


def read_site():
    """``home``, ``networks`` (the list), ``calendar``, ``row`` (wagtail's Site), ``sv`` and ``en``."""
    sv = Locale.objects.get(language_code="sv")
    return SimpleNamespace(
        home=HomePage.objects.get(locale=sv),
        networks=NetworkIndexPage.objects.get(locale=sv),
        calendar=CalendarPage.objects.get(locale=sv),
        row=Site.objects.select_related("root_page__locale").get(),
        sv=sv,
        en=Locale.objects.get(language_code="en"),
    )


def leave_as_migrated():
    """Take the empty site away again and leave what Wagtail's migrations make: Swedish and a page of welcome."""
    _remove_pages()
    Locale.objects.exclude(language_code="sv").delete()
    root = Page.get_first_root_node()
    welcome = root.add_child(instance=Page(title="Welcome to your new Wagtail site!", slug="home"))
    Site.objects.create(hostname="localhost", root_page=welcome, is_default_site=True)


def _remove_pages():
    """And with each home page its Site."""
    for page in Page.get_first_root_node().get_children():
        page.delete()
