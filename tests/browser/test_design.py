"""What the design promises, measured in a browser."""

import pytest

pytestmark = pytest.mark.browser

SMALLEST = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const small = new Set();
    while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (!walker.currentNode.textContent.trim() || parent.closest("script, svg")) continue;
        const size = parseFloat(getComputedStyle(parent).fontSize);
        if (size < 14 && parent.checkVisibility()) small.add(parent.className || parent.tagName);
    }
    return [...small];
}"""
# 2.4.11: the middle of what has focus can be seen.
COVERED = """() => {
    const box = document.activeElement.getBoundingClientRect();
    if (!box.width || document.activeElement === document.body) return "";
    const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height, 20) / 2];
    const seen = document.elementFromPoint(x, y);
    return seen && (document.activeElement.contains(seen) || seen.contains(document.activeElement)) ? "" :
        document.activeElement.outerHTML.slice(0, 80);
}"""


@pytest.fixture
def addresses(pages):
    return [*pages.addresses, pages.root + "/stilguide/"]


@pytest.mark.parametrize("width", [360, 1280])
def test_no_text_is_tiny(page, addresses, width):
    page.set_viewport_size({"width": width, "height": 800})
    for address in addresses:
        page.goto(address)
        assert page.evaluate(SMALLEST) == [], address


def test_nothing_covers_what_has_focus(page, pages):
    page.emulate_media(reduced_motion="reduce")  # the skip link would still be on its way
    page.set_viewport_size({"width": 1280, "height": 500})
    for address in pages.addresses:
        page.goto(address)
        for _ in range(30):
            page.keyboard.press("Tab")
            assert page.evaluate(COVERED) == "", address


def test_a_narrow_month_is_a_grid_that_leads_to_its_days(page, pages):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(pages.month)
    day = page.locator(".month-index a").first
    number = day.get_attribute("href").removeprefix("#dag-")
    columns = "grid => getComputedStyle(grid).gridTemplateColumns.split(' ').length"
    assert page.locator(".month-index .small-month").evaluate(columns) == 7
    day.click()
    page.wait_for_url(f"**#dag-{number}")
    assert page.locator(f"#dag-{number}").evaluate("cell => cell.getBoundingClientRect().top < innerHeight")


def test_the_first_page_answers_in_one_screen(page, pages):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(pages.root)
    for selector in ("h1", "#find-network", ".home__next .meeting", ".home__areas .area-tiles"):
        assert page.locator(selector).first.evaluate("part => part.getBoundingClientRect().bottom <= 800"), selector
