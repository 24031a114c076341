"""The colours of the stylesheet keep the contrast that its comments promise, in light and dark."""

from math import floor

import pytest

from gr_site.styleguide import tokens
from gr_site.styleguide.contrast import contrast, luminance

CSS = tokens.STYLESHEET.read_text()
AREAS = ("lingon", "ocean", "forest", "heather", "amber", "stone")
# What must be stated at all. WCAG 2.2: 1.4.6 asks 7:1 of text, 1.4.11 asks 3:1 of edges and focus.
TEXT = {
    *[(text, ground) for text in ("ink", "quiet", "link", "red") for ground in ("paper", "mist")],
    *[(area, ground) for area in AREAS for ground in ("paper", "mist", f"{area}-soft")],
    *[(f"{area}-soft", text) for area in AREAS for text in ("ink", "quiet", "red")],
    *[(field, "white") for field in ("field", *(f"{area}-field" for area in AREAS))],
    ("on-red", "red"),
    ("on-granite", "granite"),
    ("on-button", "button"),
    ("busy-1", "on-busy"),
    ("busy-2", "on-busy"),
    ("busy-3", "on-busy-3"),
}
EDGES = {("edge", "paper"), ("edge", "mist"), ("focus", "paper"), ("focus", "mist"), ("granite", "field")}


def test_every_stated_contrast_is_what_the_colours_have():
    palettes = tokens.palettes(CSS)
    wrong = {}
    for each in tokens.stated(CSS):
        ratio = floor(tokens.measured(palettes[each.scheme], each.name, each.other) * 10) / 10
        if ratio != each.ratio:
            wrong[each] = ratio
    assert wrong == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, 7), (EDGES, 3)], ids=["text", "edges"])
def test_contrast_is_enough(scheme, pairs, least):
    palette = tokens.palettes(CSS)[scheme]
    ratios = {pair: tokens.measured(palette, *pair) for pair in pairs}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least} == {}


def test_what_is_asked_is_stated_in_light():
    assert (TEXT | EDGES) - {(each.name, each.other) for each in tokens.stated(CSS) if each.scheme == "light"} == set()


def test_a_dark_colour_states_what_its_light_one_does():
    stated = {scheme: {} for scheme in tokens.SCHEMES}
    for each in tokens.stated(CSS):
        stated[each.scheme].setdefault(each.name, set()).add(each.other)
    dark = tokens.palettes(CSS)["dark"]
    own = {name for name in stated["light"] if dark[name] != tokens.palettes(CSS)["light"][name]}
    assert {name: stated["dark"].get(name) for name in own} == {name: stated["light"][name] for name in own}


def test_a_pair_is_a_text_on_its_ground():
    pairs = {(each.front, each.ground): each for each in tokens.pairs(CSS)}
    assert {each.least for each in pairs.values()} == {3, 7}
    assert ("white", "field") in pairs
    assert ("field", "white") not in pairs
    ink = pairs["ink", "paper"]
    assert (floor(ink.light * 10), floor(ink.dark * 10), ink.least) == (160, 154, 7)


def test_the_measure_itself():
    assert contrast("#fff", "#000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert luminance("#000") == 0
    assert luminance("#ffffff") == pytest.approx(1)


def test_a_token_may_refer_to_another():
    css = "@layer tokens { --a: #111; /* b 18.8 */ --b: var(--c); --c: #fff; } @media (prefers-color-scheme: dark) { }"
    assert tokens.colour(tokens.palettes(css)["dark"], "b") == "#fff"
    assert tokens.stated(css) == [tokens.Stated("light", "a", "b", 18.8)]
