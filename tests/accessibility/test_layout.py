"""Small screens, large letters and fingers, on every public page with all of it opened."""

from pprint import pformat

import pytest

from . import layout
from .conftest import new_context
from .first_view import OPEN_ALL

pytestmark = pytest.mark.accessibility
# WCAG 2.2, 1.4.10: a window of 1280 by 1024 px at 400 % is one of 320 by 256.
ZOOMED = {"width": 320, "height": 256}


@pytest.fixture(scope="module")
def measured(visitor, demo):
    """``{name: {measure: what is wrong}}`` of every page, each loaded once; what is right is left out."""
    return {name: wrong for name, path in demo.public.items() if (wrong := measure(visitor, demo.url + path))}


def measure(page, address):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)
    page.evaluate(OPEN_ALL)
    found = {"small targets, wide": page.evaluate(layout.SMALL_TARGETS), "moving": page.evaluate(layout.MOVING)}
    page.set_viewport_size(ZOOMED)
    found |= {"sideways": sideways(page), "small targets": page.evaluate(layout.SMALL_TARGETS)}
    found["stuck"] = page.evaluate(layout.STUCK)
    page.evaluate(layout.SPACE_TEXT_OUT)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        found[f"sideways, spaced out, {width} px"] = sideways(page)
        found[f"clipped, spaced out, {width} px"] = page.evaluate(layout.CLIPPED)
        found[f"overflowing, spaced out, {width} px"] = page.evaluate(layout.OVERFLOWING)
    return {name: wrong for name, wrong in found.items() if wrong}


def sideways(page):
    """By how many pixels the page can be scrolled sideways."""
    return page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth")


def wrong(measured, start):
    pairs = [((name, what), told) for name, found in measured.items() for what, told in found.items()]
    return {key: told for key, told in pairs if key[1].startswith(start)}


@pytest.mark.parametrize("start", ["sideways", "clipped", "overflowing", "small targets", "stuck"])
def test_nothing_is_lost_on_a_small_screen_or_with_spaced_text(measured, start):
    found = wrong(measured, start)
    assert not found, pformat(found)


def test_nothing_moves_for_those_who_asked_for_no_motion(measured):
    assert wrong(measured, "moving") == {}


def test_nothing_moves_by_itself_for_the_others(browser, demo):
    context = new_context(browser, reduced_motion="no-preference")
    page, moving = context.new_page(), {}
    for name in ("home", "network, full", "calendar month"):
        page.goto(demo.url + demo.public[name])
        moving[name] = page.evaluate("document.getAnimations().length")
    context.close()
    assert set(moving.values()) == {0}


def test_the_measures_measure(visitor, demo):
    visitor.set_viewport_size(ZOOMED)
    visitor.goto(demo.url)
    visitor.evaluate("""() => {
        const add = (html, style) => {
            const made = Object.assign(document.createElement("p"), { innerHTML: html });
            Object.assign(made.style, style);
            document.querySelector("main").append(made);
        };
        add("Långt ".repeat(40), { overflow: "hidden", height: "20px", width: "100px" });
        add("<button>a</button><button>b</button>", { width: "2000px" });
        document.querySelectorAll("main p:last-child button").forEach((button) =>
            Object.assign(button.style, { padding: 0, border: 0, width: "9px", height: "9px" }));
    }""")
    assert sideways(visitor) > 1000
    assert len(visitor.evaluate(layout.CLIPPED)) == 1
    assert len(visitor.evaluate(layout.OVERFLOWING)) >= 1
    assert len(visitor.evaluate(layout.SMALL_TARGETS)) == 2
