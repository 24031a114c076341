"""axe-core on every public page and state, wide and narrow, light and dark, as it opens and with all of it opened."""

from pprint import pformat

import pytest

from . import axe
from .first_view import OPEN_ALL
from .shapes import in_all_shapes

pytestmark = pytest.mark.accessibility


def test_no_page_has_a_violation_as_it_opens(examined, demo):
    found = {}
    for name, path in demo.public.items():
        examined.goto(demo.url + path)
        in_all_shapes(examined, name, found)
    assert not found, pformat(found, width=200)


def test_no_page_has_a_violation_with_all_of_it_opened(examined, demo):
    found, opened = {}, []
    for name, path in demo.public.items():
        examined.goto(demo.url + path)
        if examined.locator("details:not([open])").count():
            examined.evaluate(OPEN_ALL)
            in_all_shapes(examined, name, found)
            opened.append(name)
    assert not found, pformat(found, width=200)
    assert len(opened) > 10


def test_the_list_of_suggestions_has_no_violation(examined, demo):
    found = {}
    examined.set_viewport_size({"width": 1280, "height": 900})
    examined.goto(demo.url)
    examined.get_by_role("combobox").first.press_sequentially("nät")
    examined.get_by_role("option").first.wait_for()
    examined.keyboard.press("ArrowDown")
    assert examined.locator("[role=option][aria-selected=true]").count() == 1
    in_all_shapes(examined, "suggestions", found)
    assert not found, pformat(found, width=200)


def test_axe_finds_what_is_wrong(examined, demo):
    examined.emulate_media(color_scheme="light")
    examined.goto(demo.url + "/om-natverken/")
    examined.evaluate("document.querySelector('h1').append(document.createElement('img'))")
    assert [line.split(":")[0] for line in axe.violations(examined)] == ["image-alt"]
    examined.evaluate("document.querySelector('h1 img').remove()")
    examined.evaluate("document.querySelector('.prose p').style.setProperty('color', '#767676')")  # 4.54:1 on white
    assert {line.split(":")[0] for line in axe.violations(examined)} == {"color-contrast-enhanced"}
