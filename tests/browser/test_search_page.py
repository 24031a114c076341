"""The page of hits: what a narrow screen shows first, and choices without JavaScript."""

import pytest

from tests.factories import make_event, make_meeting, make_network

pytestmark = pytest.mark.browser


def test_the_first_hit_is_on_the_first_screen_of_a_phone(page, pages):
    page.set_viewport_size({"width": 360, "height": 740})
    for choices in ["", "&typ=network&typ=meeting"]:
        page.goto(f"{pages.root}/sok/?q=fritidsn%C3%A4tverket{choices}")
        box = page.locator("ol.results h3").first.bounding_box()
        assert box["y"] + box["height"] < 640
        assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.complaints == []


def test_several_choices_are_made_and_undone_without_javascript(browser, pages):
    network = make_network("Klimatnätverket")
    make_event(
        network, make_meeting("2026-05-20", theme="Klimatmål"), make_meeting("2019-05-20", theme="Klimatbudget")
    )
    context = browser.new_context(java_script_enabled=False, locale="sv-SE", viewport={"width": 360, "height": 740})
    tab = context.new_page()
    tab.goto(f"{pages.root}/sok/?q=klimat")
    tab.locator(".narrow summary").click()
    tab.get_by_label("Nätverk 1", exact=True).check()
    tab.get_by_label("Möten 3", exact=True).check()
    tab.get_by_role("button", name="Visa träffar").click()
    tab.wait_for_url("**typ=network&typ=meeting")
    assert tab.locator("#traffar").inner_text().startswith("4 träffar")
    tab.locator(".narrow summary").click()
    tab.get_by_label("Från och med").fill("2026-01-01")
    tab.get_by_role("button", name="Visa träffar").click()
    tab.wait_for_url("**fran=2026-01-01**")
    assert [" ".join(title.split()) for title in tab.locator("ol.results h3 a").all_inner_texts()] == ["Klimatmål"]
    tab.get_by_role("link", name="Ta bort: Från och med 1 januari 2026").click()
    assert tab.locator("#traffar").inner_text().startswith("4 träffar")
    context.close()
