"""Finds a person's name in text and JSON and removes it. Pure: values in, values out."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from ..text.tags import without_tags
from .escapes import without_escapes
from .name_finder import Finder
from .name_words import Found, Why, tokens
from .shown_text import BREAK, Shown, bare, composed, may_be_broken, merged, replaced, shown, without_breaks

MARK: Final = "[namn borttaget]"
MOST_WORDS: Final = 8
LONGEST: Final = 120  # letters
_JSON_START = ("[", "{", '"')
_IN_NAMES = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011'’. ]+[^\W\d_]+)*\.?")
# Words that are everywhere: a name of only such words is a mistake.
_ORDINARY_WORDS = """
förvaltning göteborgsregionen kommun kommuner landsting nämnd region stad styrelse
"""
_ORDINARY = frozenset(_ORDINARY_WORDS.split())
_EVERYDAY_WORDS = """
att av de den det du en ett från för har i in med och om på samt som till ut var vi vid är
"""
_EVERYDAY = frozenset(_EVERYDAY_WORDS.split())
_LONGEST_TAG: Final = 5_000
_PARTY = re.compile(r"(?:\s*\([^()]{1,12}\))?[\s.,;:]*")
# Where JSON keeps addresses of pages and files. Links lead there, so a person changes them.
ADDRESS_KEYS: Final = frozenset({"slug", "url_path", "old_path", "path", "file", "avatar"})


@dataclass
class Name:
    """A full name: given names and surname. ``others`` are exact texts that only this person has, such as an e-mail
    address; ``organisations`` words for where she sits. Raises ValueError for what is no full name.
    """

    text: str
    others: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    finder: Finder = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        text = " ".join(composed(self.text).split())
        words = text.split()
        if not _IN_NAMES.fullmatch(text) or not 2 <= len(words) <= MOST_WORDS or len(text) > LONGEST:
            raise ValueError("A name has a given name and a surname, of letters.")
        parts = tokens(text)
        if max(map(len, (words[0], words[-1]))) < 2 or len(words[0].rstrip(".")) < 2 or set(parts) <= _EVERYDAY:
            raise ValueError("An initial or everyday words are no name.")
        self.finder = Finder(parts, self.others, self.organisations)

    def is_name(self, value: object) -> bool:
        """Whether ``value`` is this name and nothing else, but for a party in brackets."""
        if not isinstance(value, str) or not value.strip():
            return False
        rest = take(value, self, Taken())
        return rest.strip().startswith(MARK) and bool(_PARTY.fullmatch(rest.strip().removeprefix(MARK)))

    def without(self, text: str) -> str:
        return take(text, self, Taken())


@dataclass(frozen=True)
class Nearly:
    """A text that may name her: ``text`` in lower case, the words ``around`` it, and why it may."""

    text: str
    around: str
    why: Why


@dataclass
class Taken:
    """What was removed from a value: ``members`` and ``contacts`` are rows, ``texts`` the words around each name.

    ``chosen`` are texts (as in ``Nearly.text``) that a person has said are hers. With ``looks``, the others that may
    be are gathered in ``near``, with ``surname`` her surname by itself too, and in ``addresses`` those of pages and
    files that JSON keeps. Links lead to them, so they are never changed.
    """

    members: int = 0
    contacts: int = 0
    texts: list[str] = field(default_factory=list)
    near: list[Nearly] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    chosen: frozenset[str] = frozenset()
    looks: bool = False
    surname: bool = False

    @property
    def number(self) -> int:
        return self.members + self.contacts + len(self.texts)

    def __bool__(self) -> bool:
        return bool(self.number)


def take(text: str, name: Name, taken: Taken, *, key: str = "") -> str:
    """``text`` without the name. JSON is decoded first, also JSON inside JSON, so that no escape hides the name.

    An e-mail address that is all of a value with "email" in its ``key`` leaves nothing, since a mark is no address.
    """
    value = _decoded(text)
    if value is not None:
        before = taken.number
        value = _take_json(value, name, taken)
        return json.dumps(value) if taken.number != before else text
    if not _may_name(text, name):
        return text
    rest = _take_shown(text, name, taken, tags=True) if "<" in text else text
    rest = _take_shown(rest, name, taken, tags=False)
    rest = _take_shown(rest, name, taken, tags=False, whole=True) if may_be_broken(rest) else rest
    return "" if rest == MARK and "email" in key else rest


def _decoded(text: str) -> Any:
    if not text.lstrip().startswith(_JSON_START):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, list | dict | str) else None


def _may_name(text: str, name: Name) -> bool:
    """Whether to look closer: a word of the name begins somewhere, however it is hidden."""
    text = without_escapes(text)
    ways = [text, *([without_tags(text)] if "<" in text else [])]
    ways += [without_breaks(without_tags(text.replace("<", " <")))] if may_be_broken(text) else []
    return any(name.finder.may_be_in(bare(way)) for way in ways)


def _take_shown(text: str, name: Name, taken: Taken, *, tags: bool, whole: bool = False) -> str:
    """``text`` without the name. With ``tags`` only what stands in tags, with ``whole`` only what a line's end breaks:
    the rest is read without them."""
    seen = shown(text, tags=tags, whole=whole)

    def counts(found: Found) -> bool:
        return _in_tag(seen, found) if tags else not whole or _is_broken(seen, found)

    sure = [found for found in name.finder.sure(seen) if counts(found)]
    places = merged([(found.start, found.end) for found in sure])
    if taken.looks or taken.chosen:
        near = name.finder.near(seen, places, surname=taken.surname)
        for found in filter(counts, near):
            words = " ".join(seen.text[found.start : found.end].lower().replace(BREAK, " ").split())
            if words in taken.chosen:
                sure.append(found)
            elif taken.looks:
                taken.near.append(Nearly(words, _around(seen, found), found.why))
    places = merged([(found.start, found.end) for found in sure])
    taken.texts += [_around(seen, Found(*place)) for place in places]
    return replaced(text, [seen.place(*place) for place in places], MARK) if places else text


def _in_tag(seen: Shown, found: Found) -> bool:
    """Whether the text stands in a tag. What stands between tags is read when they do not count as text."""
    start, _ = seen.place(found.start, found.end)
    from_here = max(start - _LONGEST_TAG, 0)
    return seen.source.rfind("<", from_here, start) > seen.source.rfind(">", from_here, start)


def _is_broken(seen: Shown, found: Found) -> bool:
    start, end = seen.place(found.start, found.end)
    return may_be_broken(seen.source[start:end])


def _take_json(value: Any, name: Name, taken: Taken, key: str = "") -> Any:
    if isinstance(value, str):
        return _seen_address(value, key, name, taken) if key in ADDRESS_KEYS else take(value, name, taken, key=key)
    if isinstance(value, list):
        rows = [row for row in value if not _is_row_of(row, key, "contacts", name, taken)]
        taken.contacts += len(value) - len(rows)
        return [_take_json(_emptied(row, key, name, taken), name, taken) for row in rows]
    if isinstance(value, dict):
        return {_key(inner, name, taken): _take_json(item, name, taken, inner) for inner, item in value.items()}
    return value


def _seen_address(value: str, key: str, name: Name, taken: Taken) -> str:
    """``value`` as it is. The page's own part of its address is its slug, and the rest belongs to the pages above."""
    if taken.looks and key != "url_path" and name.finder.letters.in_path(value):
        taken.addresses.append(value)
    return value


def _key(key: str, name: Name, taken: Taken) -> str:
    return take(key, name, taken) if " " in key or "," in key else key


def _is_row_of(row: Any, key: str, kind: str, name: Name, taken: Taken) -> bool:
    if key != kind or not isinstance(row, dict) or not isinstance(row.get("name"), str):
        return False
    return name.is_name(row["name"]) or " ".join(row["name"].lower().split()) in taken.chosen


def _emptied(row: Any, key: str, name: Name, taken: Taken) -> Any:
    """``row`` without the person. A member's seat keeps its role and organisation."""
    if not _is_row_of(row, key, "members", name, taken):
        return row
    taken.members += 1
    return row | {key: "" for key in PERSONAL if key in row}


PERSONAL = ("name", "title", "party", "name_basis")


def _around(seen: Shown, found: Found) -> str:
    start, end = max(found.start - 40, 0), found.end + 40
    before, after = "…" if start else "", "…" if end < len(seen.text) else ""
    return f"{before}{' '.join(seen.text[start:end].replace(BREAK, ' ').split())}{after}"


def organisation_words(names: Iterable[str]) -> tuple[str, ...]:
    """The words that tell which organisation is meant: "Mölndal" for "Mölndals stad"."""
    words = {word for name in names for word in tokens(name)}
    telling = {word.removesuffix("s") for word in words if len(word) > 3 and word not in _ORDINARY}
    return tuple(sorted(telling))
