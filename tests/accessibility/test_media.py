"""Forced colours and paper: what colour alone told is still told, and a printed page has what one prints it for."""

import io
import re

import pytest
from pypdf import PdfReader

from .conftest import new_context

pytestmark = pytest.mark.accessibility
COLOURS_OF_LINKS = """[...document.querySelectorAll("main a")].filter((link) => link.checkVisibility())
    .map((link) => getComputedStyle(link).color)"""
# How an element is marked off from one beside it when the colours are the system's.
MARKED = """(element) => {
    const style = getComputedStyle(element);
    return [style.borderTopStyle, style.borderBottomStyle, style.borderBottomColor, style.backgroundColor,
        style.outlineStyle, style.fontWeight].join(" ");
}"""


@pytest.fixture
def forced(browser):
    context = new_context(browser, forced_colors="active", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_the_current_page_is_marked_in_forced_colours(forced, demo):
    forced.goto(demo.url + demo.public["calendar month"])
    for place in (".menu", ".views"):
        current = forced.locator(f"{place} a[aria-current]").first.evaluate(MARKED)
        other = forced.locator(f"{place} a:not([aria-current])").first.evaluate(MARKED)
        assert current != other, place


@pytest.mark.parametrize("name", ["meeting, cancelled", "meeting, preliminary"])
def test_a_status_has_its_word_and_an_edge_in_forced_colours(forced, demo, name):
    forced.goto(demo.url + demo.public[name])
    status = forced.locator(".status").first
    assert status.inner_text().strip()
    assert status.evaluate("(element) => getComputedStyle(element).borderTopStyle") == "solid"


def test_focus_has_a_ring_in_forced_colours(forced, demo):
    forced.goto(demo.url)
    forced.keyboard.press("Tab")
    assert forced.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def letters(text):
    """Letters and figures alone: hyphens and spaces are where the lines happen to end."""
    return re.sub(r"[\W_]", "", text)


@pytest.fixture
def printed(visitor, demo):
    """The words of a page on paper, by its name, and the page itself still loaded."""

    def words(name):
        visitor.set_viewport_size({"width": 1280, "height": 900})
        visitor.goto(demo.url + demo.public[name])
        paper = PdfReader(io.BytesIO(visitor.pdf(format="A4")))
        return letters(" ".join(sheet.extract_text() for sheet in paper.pages))

    return words


NAVIGATION = [
    ".skip",
    ".menu",
    ".language",
    ".site-search",
    ".breadcrumbs",
    ".views",
    ".subscribe",
    ".site-footer nav",
    ".meeting-page__add",
    ".meeting-page__once",
]
# A word that is wider than its box, and so is cut wherever the box ends.
CUT = """(names) => names.filter((name) => {
    name.parentElement.style.overflowWrap = "normal";
    return name.parentElement.scrollWidth > name.parentElement.clientWidth;
}).map((name) => name.textContent)"""
A4 = {"width": 718, "height": 1000}  # within margins of 1 cm, at 96 to the inch


def heading(page):
    return "".join(page.locator("h1").inner_text().replace("\u00ad", "").split())


@pytest.mark.parametrize("name", ["network, full", "calendar month", "meeting, confirmed"])
def test_on_paper_there_is_no_navigation(visitor, demo, name):
    visitor.goto(demo.url + demo.public[name])
    there = [place for place in NAVIGATION if visitor.locator(place).count()]
    assert len(there) > 5
    visitor.emulate_media(media="print")
    printed = [place for place in there for part in visitor.locator(place).all() if part.is_visible()]
    visitor.emulate_media(media="screen")
    assert printed == []


@pytest.mark.parametrize("name", ["network, full", "calendar month"])
def test_on_paper_the_meetings_are_there_and_links_are_as_dark_as_text(visitor, printed, name):
    text = printed(name)
    assert letters(visitor.locator("h1").inner_text()) in text
    names = visitor.locator(":is(.meeting__headline a > :is(s, span):first-child, .slot__name)").all_inner_texts()
    assert len(names) > 5
    assert [name for name in names if letters(name) not in text] == []
    visitor.emulate_media(media="print")
    colours = visitor.evaluate(COLOURS_OF_LINKS)
    visitor.emulate_media(media="screen")
    assert set(colours) == {"rgb(0, 0, 0)"}


def test_on_paper_the_days_of_a_month_hold_their_words(visitor, demo):
    visitor.set_viewport_size(A4)
    visitor.goto(demo.url + demo.public["calendar month"])
    visitor.emulate_media(media="print")
    names = visitor.locator(".slot__name")
    assert names.count() > 5
    cut = names.evaluate_all(CUT)
    visitor.emulate_media(media="screen")
    assert cut == []
