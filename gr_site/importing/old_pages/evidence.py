"""Is it a network's page? Judged on everything that speaks for and against."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from . import signs
from .bodies import names_body
from .boilerplate import KICKER
from .guesses import path_of
from .headings import Meaning, read_heading
from .lines import Line, make_line
from .patterns import any_of, words
from .sections import Part

THRESHOLD = 3.0
SURE = 5.0

_NEWS_PATH = re.compile(r"/(?:nyhet\w*|aktuellt|press\w*|artik\w+|blogg)(?:[/.]|$)|/\d{4}-\d{2}-\d{2}-", re.IGNORECASE)
_ARTICLE_PATH = re.compile(r"/(?:kunskapsbank|artikel|om-\w+|omgr|projekt)(?:[/.]|$)", re.IGNORECASE)
_EVENT_PATH = re.compile(
    r"/(?:evenemang|kalender|kurser?|konferenser?|utbildningar\w*|event)(?:[/.-]|$)", re.IGNORECASE
)
_NETWORK_PATH = re.compile(r"natverk|politiskstyrning|politiska-?styrgrupper|/politik|grupp", re.IGNORECASE)
_EVENT_SIGNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"tid\s*:.*\d", r"plats\s*:", r"(?:sista )?anmäl(?:an|ning)\w*\b|anmäl dig|osa\b", r"program\s*:?$",
        r"(?:moderator|föreläsare|talare|medverkande)\s*:", r"målgrupp\w*\b", r"(?:kostnad|pris|avgift)\s*:",
        r"inbjudan\b", r"(?:arrangör|datum)\s*:", r"välkommen\b.*",
    )
)  # fmt: skip
_DEFINITION = re.compile(
    any_of(
        r"nätverket|(?:\w*[^\W\d])?gruppen|beredningen|direktionen|utskottet|[a-zåäö]+nätverket|\w*styrelsen|\w*nämnden"
    )
    + r"\s+"
    + any_of("""är|ska|skall|består|har|arbetar|företräder|sprider|leder|bereder|omfattar|träffas|samlar|bildades|står
        |driver|fungerar|utgör|ansvarar|verkar|riktar|vänder|sammanträder""")
    + r"\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?i)(?:text|foto|av|skribent|publicerad|publicerat)\s*:.{0,60}|\d{1,2} \w+ \d{4}(?:,? kl.*)?")
_TOPIC = words("nytt|nya|startar|söker|bjuder|välkomnar|satsar|besökte|inleder|lanserar|ny")
_WORTH = {
    Meaning.PURPOSE: 3.0,
    Meaning.MEMBERS: 2.0,
    Meaning.MUNICIPALITIES: 2.0,
    Meaning.PRESIDIUM: 2.0,
    Meaning.START: 2.0,
    Meaning.MANDATE: 1.5,
    Meaning.VISION: 1.0,
    Meaning.MEETINGS: 1.0,
    Meaning.CONTACT: 0.5,
}
_NOTHING = "Sidan har varken syfte, mötestider eller deltagare och är nog ingen nätverkssida."

_BY_ADDRESS = "Adressen visar att sidan är en artikel, ingen nätverkssida."
_BY_DATE = "Sidan är daterad som en nyhet och är nog ingen nätverkssida."
_BY_FRAME = frozenset([_BY_ADDRESS, _BY_DATE])
#: A page with members and a purpose or dated meetings.
_TELLS_ENOUGH = 4.0


@dataclass(frozen=True)
class Verdict:
    """``reason`` is empty for a network page, else a Swedish sentence. ``unsure`` when little spoke for it."""

    reason: str = ""
    unsure: bool = False


@dataclass(frozen=True)
class Told:
    """What sentences without a heading tell: the seats of members, and the lines that date meetings of the body."""

    seats: int = 0
    dates: int = 0


def judge(title: str, url: str, kicker: str, parts: Sequence[Part], lines: Sequence[Line], told: Told) -> Verdict:
    structure = _structure(title, parts)
    path = path_of(url)
    kind = KICKER.fullmatch(kicker)
    score = structure + _naming(title, path, lines) + (2.0 if kind and kind["network"] else 0.0)
    against, reason = _against(path, kicker, lines, parts)
    if reason in _BY_FRAME and structure + 2.0 * (told.seats > 1) + 2.0 * bool(told.dates) >= _TELLS_ENOUGH:
        against = 0.0  # what the page holds says more than where it lies
    if structure <= _WORTH[Meaning.CONTACT] and len(lines) > 60:
        return Verdict(reason or _NOTHING)
    if score - against < THRESHOLD:
        return Verdict(reason or _NOTHING)
    return Verdict(unsure=score - against < SURE or structure <= _WORTH[Meaning.CONTACT])


def _structure(title: str, parts: Sequence[Part]) -> float:
    """What only pages of networks have: a purpose, dates under a heading, members, a start."""
    score = sum(_WORTH.get(meaning, 0.0) for meaning in {part.meaning for part in parts})
    dated = any(part.meaning is Meaning.MEETINGS and _has_dates(part) for part in parts)
    own = read_heading(make_line(1, title, after_blank=True))
    return score + 2.0 * dated + 2.0 * (own is not None and own.meaning is Meaning.MEETINGS)


def _has_dates(part: Part) -> bool:
    return any(signs.has_date(line.text) for line in part.lines)


def _naming(title: str, path: str, lines: Sequence[Line]) -> float:
    """A title that is a body's name, an address among networks, and a sentence that says what the body does."""
    named = names_body(title) and not signs.has_verb(title) and not _TOPIC.match(title)
    defined = any(_DEFINITION.search(line.text) for line in lines[:30])
    return 2.0 * named + 1.0 * bool(_NETWORK_PATH.search(path)) + 1.0 * defined


def _against(path: str, kicker: str, lines: Sequence[Line], parts: Sequence[Part]) -> tuple[float, str]:
    """How much speaks against, and the Swedish sentence that says what."""
    kind = KICKER.fullmatch(kicker)
    if kind and not kind["network"]:
        what = "en nyhet" if kind["news"] else "ett evenemang" if kind["event"] else "en artikel"
        return 8.0, f"Sidan är märkt ”{kicker}” och är {what}, ingen nätverkssida."
    if _NEWS_PATH.search(path):
        return 6.0, "Adressen visar att sidan är en nyhet, ingen nätverkssida."
    hits = _event_signs(lines, parts)
    if hits >= 3 or (hits == 2 and _EVENT_PATH.search(path)):
        return 2.0 * hits, "Sidan har tid, plats, program eller anmälan för ett enda tillfälle och är ett evenemang."
    if _ARTICLE_PATH.search(path):
        return 2.0, _BY_ADDRESS
    if any(_BYLINE.fullmatch(line.text) for line in lines[:3]):
        return 2.0, _BY_DATE
    return 0.0, ""


def _event_signs(lines: Sequence[Line], parts: Sequence[Part]) -> int:
    """How many kinds of lines stand on the page that belong to a single event, outside lists of meetings."""
    listed = {
        line.number for part in parts if part.meaning is Meaning.MEETINGS and part.heading for line in part.lines
    }
    loose = [line for line in lines if line.number not in listed]
    return sum(1 for sign in _EVENT_SIGNS if any(sign.match(line.text) for line in loose))
