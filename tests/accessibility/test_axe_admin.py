"""axe-core on our own views in the admin, as a central editor sees them, with what can be opened opened.

Wagtail's own parts of these pages are left out by name, each for what axe finds in it; the rest is ours.
"""

from pprint import pformat

import pytest

from . import axe
from .first_view import OPEN_ALL

pytestmark = pytest.mark.accessibility
WIDTHS = (1280, 360)
# Wagtail 8's own parts, and what axe 4.14 says of them.
WAGTAILS = [
    ".Draftail-Editor",  # aria-input-field-name and scrollable-region-focusable: its text box has no name
    ".w-minimap",  # scrollable-region-focusable and color-contrast: the list of a form's panels, and its button
    ".page-status-tag",  # color-contrast: "Synlig för alla" in the header of a page's form
]
# Only these rules look at colours, which are all that the dark scheme changes.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
# Wagtail's menu hears of a new width a moment later, and lies over the page until then.
MENU_FITS = """() => {
    const menu = document.querySelector(".sidebar");
    return !menu || menu.classList.contains("sidebar--mobile") === (innerWidth < 800);
}"""


def examine(page, name, found):
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(MENU_FITS)
        page.emulate_media(color_scheme="light")
        note(found, f"{name}, {width} px, light", axe.violations(page, exclude=present(page), rules={}))
    page.emulate_media(color_scheme="dark")
    note(found, f"{name}, dark", axe.violations(page, exclude=present(page), only=COLOUR_RULES))


def note(found, shape, wrong):
    if wrong:
        found[shape] = wrong


def present(page):
    return [selector for selector in WAGTAILS if page.locator(selector).count()]


def test_none_of_our_views_has_a_violation(editor, demo):
    found = {}
    for name, path in demo.admin.items():
        editor.set_viewport_size({"width": 1280, "height": 900})
        response = editor.goto(demo.url + path)
        assert response.status == 200, (name, response.status)
        editor.wait_for_load_state("networkidle")
        editor.evaluate(OPEN_ALL)
        examine(editor, name, found)
    assert not found, pformat(found, width=200)


def test_pasted_dates_have_no_violation_once_they_are_read(editor, demo):
    found = {}
    editor.goto(demo.url + demo.admin["paste_dates"])
    editor.locator("[name=text]").fill("3/12 2031 kl. 9-11\n31/2 2031\nonsdag 5 december 2031")
    editor.locator(".paste-row").nth(2).wait_for()
    editor.wait_for_load_state("networkidle")
    examine(editor, "pasted dates", found)
    assert not found, pformat(found, width=200)


def test_a_meetings_row_in_the_form_has_no_violation_when_it_is_open(editor, demo):
    found = {}
    editor.set_viewport_size({"width": 1280, "height": 900})
    editor.goto(demo.url + demo.admin["event form"])
    editor.wait_for_load_state("networkidle")
    editor.evaluate(OPEN_ALL)  # meetings of the past are folded away
    editor.locator("[data-date-row=occurrences-0] [data-panel-toggle]").first.click()
    examine(editor, "an open row", found)
    assert not found, pformat(found, width=200)
