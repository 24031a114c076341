"""The subscribe dialogue by keyboard alone."""

import pytest
from django.utils import timezone

pytestmark = pytest.mark.browser


def focused(page):
    return page.evaluate("document.activeElement.textContent.trim()")


def test_the_dialogue_works_without_a_mouse(page, pages):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(pages.root + "/kalender/")
    dialogue, summary = page.locator("details.subscribe"), page.locator("details.subscribe > summary")
    summary.focus()
    page.keyboard.press("Enter")
    assert dialogue.get_attribute("open") is not None
    page.keyboard.press("Tab")
    assert focused(page) == "Outlook på jobbet eller i skolan"
    copy = page.get_by_role("button", name="Kopiera").first
    while focused(page) != "Kopiera":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Adressen är kopierad.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == pages.root + "/ics/regionen.ics"
    assert copy.bounding_box()["height"] >= 24  # WCAG 2.2, 2.5.8
    page.keyboard.press("Escape")
    assert dialogue.get_attribute("open") is None
    assert focused(page) == summary.inner_text()
    assert page.complaints == []


def test_a_link_to_the_dialogue_opens_it(page, pages):
    page.goto(pages.network.url.join([pages.root, "#prenumerera"]))
    page.locator("details.subscribe[open]").wait_for()


def test_networks_are_ticked_and_shown_by_keyboard(page, pages):
    page.goto(pages.root + "/mina-natverk/")
    page.get_by_label("Fritidsnätverket").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.get_by_text("Du har valt ett nätverk").wait_for()
    today = timezone.localdate()
    assert page.locator(".meeting").count() == sum(row.final_date >= today for row in pages.event.occurrences.all())
    assert page.complaints == []
    assert page.context.cookies() == []
