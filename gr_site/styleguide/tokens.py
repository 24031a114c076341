"""Reads the stylesheet's tokens from the stylesheet itself. Pure.

The line of a colour ends with a comment that states its contrast with others: ``--ink: #0b2430; /* paper 16.0 */``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .contrast import contrast

STYLESHEET = Path(__file__).parents[1] / "static" / "gr_site" / "css" / "site.css"
SCHEMES = {"light": "@layer tokens {", "dark": "@media (prefers-color-scheme: dark)"}
# Colours that are not used for text. WCAG 2.2 requires 3:1 for these (1.4.11) and 7:1 for the rest (1.4.6).
EDGES = {"edge", "focus", "granite"}
_TOKEN = re.compile(r"--(?P<name>[\w-]+): (?P<value>[^;]+);(?: /\* (?P<note>.*?) \*/)?")
_STATED = re.compile(r"([\w-]+) (\d+\.\d)(?:,|$)")
_REFERENCE = re.compile(r"var\(--([\w-]+)\)")


@dataclass(frozen=True)
class Stated:
    """A contrast that the stylesheet states between two tokens in a colour scheme."""

    scheme: str
    name: str
    other: str
    ratio: float


def palettes(css: str) -> dict[str, dict[str, str]]:
    """``{"light": {name: value}, "dark": {...}}`` for all custom properties. Dark inherits from light."""
    light = {token["name"]: token["value"] for token in _tokens(css, "light")}
    return {"light": light, "dark": light | {token["name"]: token["value"] for token in _tokens(css, "dark")}}


def stated(css: str) -> list[Stated]:
    """The contrasts that the comments state, in the order of the stylesheet."""
    return [
        Stated(scheme, token["name"], other, float(ratio))
        for scheme in SCHEMES
        for token in _tokens(css, scheme)
        for other, ratio in _STATED.findall(token["note"] or "")
    ]


@dataclass(frozen=True)
class Pair:
    """A text or an edge on its background, with its contrast in each scheme and the minimum."""

    front: str
    ground: str
    light: float
    dark: float
    least: int


def pairs(css: str) -> list[Pair]:
    """Every pair stated in the light scheme, once, with its contrast in both schemes."""
    schemes = palettes(css)
    found = {
        (each.other, each.name) if _is_ground(each.name) else (each.name, each.other)
        for each in stated(css)
        if each.scheme == "light"
    }
    names = list(schemes["light"])
    ordered = sorted(found, key=lambda both: (names.index(both[0]), names.index(both[1])))
    return [_pair(schemes, front, ground) for front, ground in ordered]


def _pair(schemes: Mapping[str, Mapping[str, str]], front: str, ground: str) -> Pair:
    light, dark = (measured(schemes[scheme], front, ground) for scheme in SCHEMES)
    return Pair(front, ground, light, dark, 3 if front in EDGES else 7)


def _is_ground(name: str) -> bool:
    return name == "field" or name.startswith("busy-") or name.endswith(("-soft", "-field"))


def colour(palette: Mapping[str, str], name: str) -> str:
    """The colour of a token as '#rrggbb', following references to other tokens. KeyError for an unknown one."""
    reference = _REFERENCE.fullmatch(palette[name])
    return colour(palette, reference[1]) if reference else palette[name]


def measured(palette: Mapping[str, str], name: str, other: str) -> float:
    return contrast(colour(palette, name), colour(palette, other))


def _tokens(css: str, scheme: str) -> list[re.Match[str]]:
    block = css[css.index(SCHEMES[scheme]) :].partition("}")[0]
    return list(_TOKEN.finditer(block))
