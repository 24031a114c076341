"""A central editor finds the networks that have gone stale, says that one is still true, and writes plainly."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from networks.models import NetworkPage
from networks.rights.central import central_group
from tests.factories import make_network

from .signing_in import sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def central(browser, pages, django_user_model):
    """The tab of a signed-in central editor, who is no superuser."""
    user = django_user_model.objects.create_user("cilla", "cilla@example.org", "hemligt")
    user.groups.set([central_group()])
    context = browser.new_context(locale="sv-SE", viewport={"width": 1280, "height": 1000})
    tab = context.new_page()
    sign_in(tab, pages, user)
    tab.set_default_timeout(60_000)
    yield tab
    context.close()


def let_it_go_stale(network, days=366):
    reviewed = timezone.localdate() - timedelta(days=days)
    NetworkPage.objects.filter(pk=network.pk).update(reviewed_on=reviewed)


def test_stale_networks_are_found_from_the_dashboard_and_one_is_still_true(central, pages):
    stale = [make_network(f"Glömda nätverket {number}") for number in range(4)]
    for network in stale:
        let_it_go_stale(network)
    central.goto(f"{pages.root}/admin/")
    card = central.get_by_role("region", name="Sidor som ingen har granskat på ett år")
    expect(card).to_contain_text("4")
    card.get_by_role("link", name="Visa alla 4").click()
    central.wait_for_url("**/admin/natverk/?behov=granska")
    rows = central.locator("table.listing tbody tr")
    expect(rows).to_have_count(4)
    central.get_by_role("button", name="Stämmer fortfarande Glömda nätverket 2").click()
    expect(central.get_by_text("Du har gått igenom Glömda nätverket 2 i dag.")).to_be_visible()
    expect(rows).to_have_count(3)
    assert "behov=granska" in central.url
    stale[2].refresh_from_db()
    assert stale[2].reviewed_on == timezone.localdate()


def test_the_form_has_the_button_too(central, pages):
    let_it_go_stale(pages.network)
    central.goto(f"{pages.root}/admin/pages/{pages.network.pk}/edit/")
    central.get_by_role("button", name="Stämmer fortfarande").first.click()
    expect(central.get_by_text("Vi påminner om ett år igen.")).to_be_visible()
    expect(central.get_by_text("Ingen har granskat sidan på ett år.")).to_have_count(0)


def test_the_hints_follow_what_is_written(central, pages):
    central.goto(f"{pages.root}/admin/pages/{pages.network.pk}/edit/")
    hints = central.locator("[data-plain-language]")
    expect(hints).to_contain_text("Inga långa meningar")
    # Typed as a person does: Wagtail looks for changes from two seconds after the form has opened.
    introduction = central.get_by_role("textbox", name="Ingress")
    introduction.press_sequentially(" Nätverket erhåller medel från kommunerna.", delay=120)
    expect(hints).to_contain_text("kan du ofta skriva få", timeout=20_000)


def test_no_view_scrolls_sideways(central, pages):
    for width in (360, 1280):
        central.set_viewport_size({"width": width, "height": 900})
        for path in ("", "natverk/", "moten/", "moten/kalender/", "rapporter/behover-ses-over/"):
            central.goto(f"{pages.root}/admin/{path}")
            assert central.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
