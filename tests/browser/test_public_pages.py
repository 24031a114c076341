"""What a visitor's browser makes of every sort of page."""

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_scrolls_sideways(page, pages, width):
    page.set_viewport_size({"width": width, "height": 800})
    for address in pages.addresses:
        page.goto(address)
        scrolls = page.evaluate("document.scrollingElement.scrollWidth")
        assert scrolls <= width, (address, scrolls)


def test_the_first_stop_of_the_tab_key_is_the_skip_link_and_it_works(page, pages):
    for address in pages.addresses:
        page.goto(address)
        page.keyboard.press("Tab")
        first = page.evaluate("document.activeElement.textContent.trim()")
        assert first == "Hoppa till innehållet", address
        slides_into_view(page, address)
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "innehall", address


def slides_into_view(page, address):
    """Wait for what has focus to be seen; Playwright's own waiting evaluates text, which the policy forbids."""
    for _ in range(40):
        if page.evaluate("document.activeElement.getBoundingClientRect().top >= 0"):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"The skip link stays out of view: {address}")


def test_no_page_makes_the_browser_complain_or_asks_another_host(page, pages):
    for address in pages.addresses:
        response = page.goto(address)
        page.wait_for_load_state("networkidle")
        if response.status == 404:  # the browser itself notes that the page was not found
            page.complaints = [text for text in page.complaints if "404" not in text]
        assert page.complaints == [], address
    assert page.hosts == {pages.root.split("/")[2]}


def test_a_visitor_finds_a_network_without_a_mouse(page, pages):
    page.goto(pages.root + "/natverk/")
    page.get_by_label("Sök nätverk").focus()
    page.keyboard.type("forskole")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=forskole**")
    assert page.locator("main ul a").first.inner_text().replace("\u00ad", "") == pages.network.title


def test_nothing_is_kept_in_the_visitors_browser(page, pages):
    for address in pages.addresses:
        page.goto(address)
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
