"""Sharing and copying in a real browser, and what programs are told, under the strict policy."""

import json

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def network(page, pages):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=pages.root)
    page.goto(pages.root + pages.network.url)
    return pages.root + pages.network.url


def told(page, text):
    """Wait for what is told; Playwright's own waiting evaluates text, which the policy forbids."""
    for _ in range(40):
        if page.locator(".share [role=status]").inner_text() == text:
            return
        page.wait_for_timeout(50)
    pytest.fail(f"Not told: {text}")


def copied(page):
    return page.evaluate("navigator.clipboard.readText()")


def test_the_link_to_a_page_is_copied_and_told(page, network):
    page.get_by_role("button", name="Kopiera länk").click()
    told(page, "Länken är kopierad.")
    assert copied(page).endswith(page.evaluate("location.pathname"))
    assert page.get_by_role("button", name="Skriv ut").is_visible()


def test_the_link_to_a_heading_is_copied_by_keyboard(page, network):
    link = page.get_by_role("link", name="Länk till rubriken Syfte och uppdrag")
    link.focus()
    assert link.evaluate("link => getComputedStyle(link).opacity") == "1"
    box = link.bounding_box()
    assert min(box["width"], box["height"]) >= 24
    page.keyboard.press("Enter")
    told(page, "Länken är kopierad.")
    assert copied(page).endswith("#syfte")
    assert page.evaluate("location.hash") == "#syfte"
    assert page.complaints == []


def test_without_scripts_the_letter_is_all_that_is_offered(browser, pages):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(pages.root + pages.network.url)
    assert tab.get_by_role("link", name="Dela med e-post").is_visible()
    assert tab.locator(".share button:visible").count() == 0
    context.close()


def test_the_policy_lets_the_data_for_search_engines_be(page, pages):
    for address in pages.addresses[:8]:
        page.goto(address)
        blocks = page.locator('script[type="application/ld+json"]').all_text_contents()
        assert blocks, address
        assert all("@context" in json.loads(block) for block in blocks)
        assert page.complaints == [], address
