"""The search box: a combobox by keyboard, and a form where there is no JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.factories import make_network

pytestmark = pytest.mark.browser


@pytest.fixture
def box(page, pages):
    """The box in the header, on a site with two networks that begin alike."""
    make_network("Fritidsledarna")
    page.goto(pages.root)
    return page.locator("#site-search")


def test_suggestions_are_chosen_with_the_keyboard(page, pages, box):
    options = page.get_by_role("option")
    assert box.get_attribute("role") == "combobox"
    box.press_sequentially("fritids")
    expect(options.first).to_be_visible()
    networks = ["Fritidsledarna", "Fritidsnätverket"]
    assert sorted(text.split("\n")[0] for text in options.all_inner_texts()[:2]) == networks
    expect(page.get_by_role("status").first).to_contain_text("förslag. Välj med piltangenterna.")
    assert box.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    assert box.input_value() == "fritids"
    page.keyboard.press("ArrowDown")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/natverk/fritids*/")
    assert page.complaints == []


def test_enter_without_a_choice_searches(page, pages, box):
    box.fill("fritids")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/?q=fritids")
    assert "Fritidsledarna" in page.locator("ol.results").inner_text()
    assert page.complaints == []


def test_the_box_is_a_form_without_javascript(browser, pages):
    context = browser.new_context(java_script_enabled=False, locale="sv-SE")
    tab = context.new_page()
    tab.goto(pages.root)
    tab.locator("#site-search").fill("fritidsnätverket")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/sok/?q=fritidsn*")
    assert "Fritidsnätverket" in tab.locator("ol.results li").first.inner_text()
    tab.locator(".narrow summary").click()
    assert tab.get_by_role("link", name="Namn, A–Ö").is_visible()
    context.close()


@pytest.mark.parametrize(("address", "box"), [("/", "#find-network"), ("/natverk/", "#id_q")])
def test_the_boxes_that_look_for_a_network_suggest_networks(page, pages, address, box):
    make_network("Fritidsledarna")
    page.goto(pages.root + address)
    page.locator(box).press_sequentially("f")
    options = page.locator(f"{box}-suggestions li")  # selects have options too
    expect(options.first).to_be_visible()
    assert {text.split("\n")[1] for text in options.all_inner_texts()} == {"Nätverk"}
    page.locator(box).press_sequentially("ritidsledare")
    expect(options).to_have_count(1)
    page.keyboard.press("Enter")
    page.wait_for_url("**/natverk/?q=fritidsledare*")
    assert page.locator(".directory a").first.inner_text() == "Fritidsledarna"
    assert page.complaints == []
