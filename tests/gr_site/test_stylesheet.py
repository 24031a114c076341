"""The colours of the stylesheet keep the contrast that its comments promise, in light and dark."""

import re
from pathlib import Path

import pytest

import gr_site

STYLESHEET = Path(gr_site.__file__).parent / "static" / "gr_site" / "css" / "site.css"
AREAS = ("lingon", "ocean", "forest", "heather", "amber", "stone")
# Foreground and background, by token. WCAG 2.2: 1.4.6 asks 7:1 of text, 1.4.11 asks 3:1 of edges and focus.
TEXT = [
    *[(text, ground) for text in ("ink", "quiet", "link", "red") for ground in ("paper", "mist")],
    *[(area, ground) for area in AREAS for ground in ("paper", "mist", f"{area}-soft")],
    *[(text, f"{area}-soft") for area in AREAS for text in ("ink", "quiet", "red")],
    *[("white", field) for field in ("field", *(f"{area}-field" for area in AREAS))],
    ("on-red", "red"),
    ("on-granite", "granite"),
    ("on-button", "button"),
    ("on-busy", "busy-1"),
    ("on-busy", "busy-2"),
    ("on-busy-3", "busy-3"),
]
EDGES = [("edge", "paper"), ("edge", "mist"), ("focus", "paper"), ("focus", "mist"), ("granite", "field")]


def tokens(css, start):
    """``{name: value}`` of the custom properties in the first block of ``css`` after ``start``."""
    block = css[css.index(start) :].partition("}")[0]
    return dict(re.findall(r"--([\w-]+): ([^;]+);", block))


def palettes():
    css = STYLESHEET.read_text()
    light = tokens(css, "@layer tokens {") | {"white": "#fff"}
    return {"light": light, "dark": light | tokens(css, "@media (prefers-color-scheme: dark)")}


def colour(palette, name):
    value = palette[name]
    reference = re.fullmatch(r"var\(--([\w-]+)\)", value)
    return colour(palette, reference[1]) if reference else value


def luminance(value):
    """Relative luminance of '#rgb' or '#rrggbb' (WCAG 2.2, glossary)."""
    digits = value.removeprefix("#")
    pairs = [digits[i : i + 2] for i in (0, 2, 4)] if len(digits) == 6 else [digit * 2 for digit in digits]
    parts = [int(pair, 16) / 255 for pair in pairs]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, 7), (EDGES, 3)], ids=["text", "edges"])
def test_contrast(scheme, pairs, least):
    palette = palettes()[scheme]
    measured = {pair: contrast(colour(palette, pair[0]), colour(palette, pair[1])) for pair in pairs}
    assert {pair: round(ratio, 2) for pair, ratio in measured.items() if ratio < least} == {}


def test_the_measure_itself():
    assert contrast("#fff", "#000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_no_other_host_and_a_modest_size():
    css = STYLESHEET.read_text()
    assert "//" not in css.replace("/*", "").replace("*/", "")
    assert "@import" not in css
    fonts = sum(path.stat().st_size for path in (STYLESHEET.parents[1] / "fonts").glob("*.woff2"))
    assert fonts < 40_000
