"""Whose meeting a line of dates tells of, when a body has others within it: "Presidiet möts 9 januari"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import signs

_BODY = (
    r"(?:(?:arbets)?utskottet|AU|presidiet|kansliet|[^\W\d_][\w-]{0,40}(?:gruppen|utskottet|presidiet|beredningen|rådet"
    r"|kommittén|teamet|nämnden|styrelsen|direktionen|nätverket|forumet)"
    r"|(?:arbets|del|fokus|tema|projekt|under)grupp(?:en)? (?!för|som|den)[\w-]{2,40})"
)
_NAME = rf"(?P<body>{_BODY}(?:\s+för\s+[\w-]+(?:\s+och\s+[\w-]+)?)?)"
_MEETS = (
    r"(?:träffas|möts|sammanträder|ses|samlas|bereder|har (?:sina )?(?:möten|möte|sammanträden|träffar)"
    r"|håller (?:sina )?(?:möten|sammanträden))"
)
_WHO_MEETS = re.compile(rf"(?i){_NAME}\s+{_MEETS}\b")
_WHOSE_MEETINGS = re.compile(rf"(?i){_NAME}s\s+(?:möten|sammanträden|träffar|datum|mötestider)\b")
_LABEL = re.compile(rf"(?i){_NAME}\s*(?::|[–—-](?=\s))?\s+(?=(?:den\s+)?(?:{signs.WEEKDAY.pattern}\s*)?(?:den\s+)?\d)")
_CELL = re.compile(rf"(?i){_NAME}")
_IN_BRACKETS = re.compile(r"\(([^()]{2,60})\)\s*\.?$")
#: What any page calls its own body. "Gruppen" is whichever the text around is about.
_ALWAYS_OWN = frozenset({"nätverket", "forumet"})
_EITHER = "gruppen"
_ENDING = re.compile(r"(?i)(?:et|en|n|s)$")


def body_of_line(text: str, title: str) -> str | None:
    """The body whose meeting a dated line tells: a group's name, "" for the page's own, None when it names none."""
    if not signs.has_date(text):
        return None
    found = _WHO_MEETS.match(text) or _WHOSE_MEETINGS.match(text) or _LABEL.match(text)
    if found:
        return _named(found["body"], title)
    cells = [cell for cell in _cells(text) if _CELL.fullmatch(cell)]
    return _named(cells[0], title) if len(cells) == 1 else None


def body_of_lead(text: str, title: str) -> str | None:
    """The body whose dates stand below a line with a colon: "Presidiet bereder ärendena kl. 10 dessa dagar:"."""
    if not text.endswith(":") or signs.has_date(text):
        return None
    found = _WHO_MEETS.match(text) or _WHOSE_MEETINGS.match(text) or _CELL.fullmatch(text.rstrip(": "))
    return _named(found["body"], title) if found else None


def names_small_body(text: str) -> bool:
    """A heading that is nothing but the name of a body within another: "AU", "Presidiet"."""
    return bool(re.fullmatch(r"(?i)(?:AU|presidi(?:et|um)|arbetsutskott(?:et)?)\s*:?", text))


def _cells(text: str) -> Iterator[str]:
    if "\t" in text or "|" in text:
        yield from (cell.strip() for cell in re.split(r"[\t|]", text))
    elif bracketed := _IN_BRACKETS.search(text):
        yield bracketed[1].strip()


def _named(body: str, title: str) -> str | None:
    if body.casefold() == _EITHER:
        return None
    root = _ENDING.sub("", body.split()[0]).casefold()
    own = body.casefold() in _ALWAYS_OWN or (root in title.casefold() and root != "au")
    return "" if own else body
