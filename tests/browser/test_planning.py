"""A central editor plans next year for three networks, and confirms what came of it."""

import pytest
from django.utils import timezone

from events.models import Occurrence
from tests.factories import make_event, make_network

from .signing_in import sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def networks(pages):
    """Three networks that met this year, in weeks without red days the next."""
    year = timezone.localdate().year
    days = [timezone.datetime.fromisocalendar(year, week, 4).date() for week in (9, 38)]
    made = [make_network(f"{name}nätverket") for name in ("Bostads", "Kultur", "Trafik")]
    for number, network in enumerate(made):
        make_event(network, *days, place=f"Rum {number}")
    return made


@pytest.fixture
def central(page, pages, django_user_model):
    sign_in(page, pages, django_user_model.objects.create_superuser("alva", "alva@example.org", "hemligt"))
    page.set_viewport_size({"width": 1280, "height": 1000})
    return page


def words(locator):
    return " ".join(locator.inner_text().replace("\u00a0", " ").split())


def plan(page, pages, networks):
    """The table of the three networks, by mouse."""
    page.goto(f"{pages.root}/admin/")
    page.get_by_role("link", name="Planera nästa år").click()
    for network in networks:
        page.get_by_role("searchbox", name="Sök nätverk").fill(network.title)
        page.get_by_role("checkbox", name=network.title).check()
    page.get_by_role("button", name="Visa förslaget").click()
    page.locator(".plan-row").first.wait_for()


def next_year():
    return Occurrence.objects.filter(start_date__year=timezone.localdate().year + 1)


def test_next_year_is_planned_for_three_networks_and_confirmed(central, pages, networks):
    plan(central, pages, networks)
    assert central.locator(".plan-row").count() == 6
    assert next_year().count() == 0
    central.get_by_role("button", name="Publicera som preliminära").click()
    central.wait_for_url("**/planera/sparat/")
    assert "6 preliminära möten" in words(central.locator(".plan-report__summary"))
    assert set(next_year().values_list("status", flat=True)) == {"tentative"}
    central.get_by_role("link", name="Bekräfta möten").click()
    central.get_by_role("button", name="Markera alla", exact=True).click()
    central.get_by_role("button", name="Bekräfta ikryssade möten").click()
    central.locator(".plan-result").first.wait_for()
    assert set(next_year().values_list("status", flat=True)) == {"confirmed"}
    assert [text for text in central.complaints if "favicon" not in text] == []


def test_verdicts_follow_what_is_typed_and_nothing_typed_is_lost(central, pages, networks):
    plan(central, pages, networks)
    year = timezone.localdate().year + 1
    second = central.locator(".plan-row").nth(1)
    second.get_by_label("Plats").fill("Alingsås")
    first = central.locator(".plan-row").first
    first.get_by_label("Datum").fill(f"{year}-12-24")
    first.get_by_text("Julafton").wait_for()
    first.get_by_label("Datum").fill("i maj")
    first.get_by_text("Skriv datumet som").wait_for()
    assert second.get_by_label("Plats").input_value() == "Alingsås"
    assert first.get_by_label("Datum").input_value() == "i maj"
    central.get_by_role("button", name="Publicera som preliminära").click()
    central.get_by_text("Inget är sparat än. Rätta").wait_for()
    assert second.get_by_label("Plats").input_value() == "Alingsås"
    assert next_year().count() == 0


def test_a_lost_connection_is_told_and_the_table_stays(central, pages, networks):
    plan(central, pages, networks)
    central.context.set_offline(True)
    first = central.locator(".plan-row").first
    first.get_by_label("Plats").fill("Alingsås")
    central.get_by_text("Ingen kontakt med servern").wait_for()
    assert first.get_by_label("Plats").input_value() == "Alingsås"
    central.context.set_offline(False)
    first.get_by_label("Plats").fill("Lerum")
    central.get_by_text("Ingen kontakt med servern").wait_for(state="hidden")


def test_the_table_fits_a_phone(central, pages, networks):
    plan(central, pages, networks)
    central.set_viewport_size({"width": 360, "height": 740})
    table = central.locator(".plan-table").bounding_box()
    assert table["x"] >= 0
    assert table["x"] + table["width"] <= 360


def test_the_table_works_without_scripts(browser, pages, networks, django_user_model):
    # Wagtail's own menu covers a phone's screen without scripts, so this is a desk's.
    context = browser.new_context(locale="sv-SE", java_script_enabled=False)
    page = context.new_page()
    sign_in(page, pages, django_user_model.objects.create_superuser("alva", "alva@example.org", "hemligt"))
    page.goto(f"{pages.root}/admin/planera/")
    for network in networks:
        page.locator(f"input[name=natverk][value='{network.pk}']").check()
    page.get_by_role("button", name="Visa förslaget").click()
    page.get_by_role("button", name="Lägg till en rad").first.click()
    added = page.locator(".plan-row").nth(2)
    added.get_by_label("Datum").fill(f"{timezone.localdate().year + 1}-05-20")
    page.get_by_role("button", name="Spara som utkast").click()
    assert "7 preliminära möten" in words(page.locator(".plan-report__summary"))
    context.close()
