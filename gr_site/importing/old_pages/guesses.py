"""Guesses that an editor confirms: which kind of body a page is about, and in which area."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from .lines import Line
from .page import Kind

_POLITICAL = re.compile(
    r"\b(?:politik(?:er|erna)?|politiskt? ansvar\w*|folkvalda|förtroendevalda|ledamöter\w*|sammanträd\w+|fullmäktige"
    r"|direktionen)\b|\((?:S|M|C|L|V|MP|KD|SD|FP)\)",
    re.IGNORECASE,
)
_POLITICAL_TITLE = re.compile(
    r"\b(?:styrgrupp\w*|\w*styrelsen?|\w*nämnden?|\w*fullmäktige|direktion\w*|presidi\w+|politisk\w*|beredningsgrupp\w*)\b",
    re.IGNORECASE,
)
_POLITICAL_PATH = re.compile(r"politisk|/politik|politik-?och-?styrning", re.IGNORECASE)
_OFFICIALS_PATH = re.compile(r"natverk|vardsamverkan", re.IGNORECASE)
_HEADS = re.compile(r"chefs?(?:nätverk|grupp)|\bchefer|direktörs?nätverk|^\w*chefer", re.IGNORECASE)
_EXTERNAL = re.compile(r"vattenråd|vattenvårdsförbund|luftvårdsförbund", re.IGNORECASE)
#: (name, words in the text, words in the address)
_AREAS = tuple(
    (name, re.compile(in_text, re.IGNORECASE), re.compile(in_path, re.IGNORECASE))
    for name, in_text, in_path in (
        (
            "Utbildning",
            r"skola|utbildning|förskol|gymnasi|pedagog|elev|lärande|antagning|vuxenutb",
            r"skola|utbildning|larande",
        ),
        (
            "Social välfärd",
            r"socialtjänst|socialchef|social välfärd|äldre|funktionsneds|individ- och familj|sjukvård|omsorgschef",
            r"valfard|social(?!hallbarhet)",
        ),
        ("Arbetsmarknad", r"arbetsmarknad|arbetslös|praktikplats", r"arbetsmarknad"),
        (
            "Miljö och samhällsbyggnad",
            r"miljö|samhällsbygg|planering|klimat|vatten|avfall|bygg|infrastruktur|kollektivtrafik|strandskydd|bostad",
            r"miljo|samhallsbygg|planering|klimat|strandskydd|infrastruktur",
        ),
    )
)
_YEAR_IN_PATH = re.compile(r"(?:^|[-_/ ])((?:19[5-9]|20[0-4])\d)(?=[-_/. ]|$)")
_TITLE_WEIGHT, _PATH_WEIGHT = 8, 4
_LEAST = 3


def path_of(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def year_in(path: str) -> int | None:
    """The latest year that stands alone in a path or a file's name: "/motesdagar-2021" -> 2021."""
    years = [int(found[1]) for found in _YEAR_IN_PATH.finditer(path)]
    return max(years, default=None)


def guess_kind(title: str, url: str, lines: Sequence[Line], *, presidium: bool) -> Kind:
    """``presidium``: whether members stand with a party."""
    path = path_of(url)
    if _EXTERNAL.search(title):
        return "external"
    political = 2 * bool(_POLITICAL_TITLE.search(title)) + 3 * bool(_POLITICAL_PATH.search(path)) + 2 * presidium
    political += min(3, sum(1 for line in lines if _POLITICAL.search(line.text))) - 3 * bool(
        _OFFICIALS_PATH.search(path)
    )
    if political >= 3 and "nätverk" not in title.casefold():
        return "political"
    if "arbetsgrupp" in title.casefold():
        return "working_group"
    return "heads" if _HEADS.search(title) else "network"


def guess_area(title: str, url: str, texts: Sequence[str]) -> str:
    """The area whose words are plainly most in the title, the address and the texts; "" when it is not obvious."""
    path = path_of(url)
    weights = sorted(
        (
            _TITLE_WEIGHT * bool(in_text.search(title))
            + _PATH_WEIGHT * bool(in_path.search(path))
            + sum(len(in_text.findall(text)) for text in texts),
            name,
        )
        for name, in_text, in_path in _AREAS
    )
    (second, _), (first, name) = weights[-2:]
    return name if first >= _LEAST and first >= 1.5 * second else ""
