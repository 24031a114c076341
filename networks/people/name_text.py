"""Finds a person's name in text and JSON and removes it. Pure: values in, values out."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

MARK = "[namn borttaget]"
_SPACE = r"(?:\s|&nbsp;|&#160;)+"
_ASCII_RUN = re.compile(r"[a-z]+", re.IGNORECASE)
_JSON_START = ("[", "{", '"')


@dataclass
class Name:
    """A full name as written. ``others`` are exact texts that only this person has, such as an e-mail address."""

    text: str
    others: tuple[str, ...] = ()
    pattern: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        words = [re.escape(word) for word in self.text.split()]
        if not words:
            raise ValueError("A name has at least one word.")
        ways = [_SPACE.join(words)]
        if len(words) > 1:
            ways.append(f"{words[-1]},{_SPACE}{_SPACE.join(words[:-1])}")
        # Swedish genitive: "Anna Bergs".
        ways = [f"{way}s?" for way in ways] + [re.escape(other) for other in self.others]
        self.pattern = re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)", re.IGNORECASE)

    @property
    def anchors(self) -> list[str]:
        """The longest run of ASCII letters in each text to look for; "" where none is long enough.

        However the text is stored it contains this run: JSON escapes only other letters, and all databases fold the
        case of ASCII in the same way.
        """
        texts = [self.text, *self.others]
        runs = [max(_ASCII_RUN.findall(text), key=len, default="") for text in texts]
        return [run if len(run) > 1 else "" for run in runs]

    def is_name(self, value: object) -> bool:
        """Whether ``value`` is this name and nothing else. Spaces and capitals do not matter."""
        return isinstance(value, str) and " ".join(value.split()).casefold() == " ".join(self.text.split()).casefold()


@dataclass
class Taken:
    """What was removed from a value: ``members`` and ``contacts`` are rows, ``texts`` the words around each name."""

    members: int = 0
    contacts: int = 0
    texts: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.members or self.contacts or self.texts)


def take(text: str, name: Name, taken: Taken) -> str:
    """``text`` without the name. JSON is decoded first, also JSON inside JSON, so that no escape hides the name."""
    if text.lstrip().startswith(_JSON_START):
        try:
            value = json.loads(text)
        except ValueError:
            value = None
        if isinstance(value, list | dict | str):
            before = len(taken.texts), taken.members, taken.contacts
            value = _take_json(value, name, taken)
            return json.dumps(value) if (len(taken.texts), taken.members, taken.contacts) != before else text
    taken.texts += [_around(text, match) for match in name.pattern.finditer(text)]
    return name.pattern.sub(MARK, text)


def _take_json(value: Any, name: Name, taken: Taken, key: str = "") -> Any:
    if isinstance(value, str):
        return take(value, name, taken)
    if isinstance(value, list):
        rows = [row for row in value if not _is_row_of(row, key, "contacts", name)]
        taken.contacts += len(value) - len(rows)
        return [_take_json(_emptied(row, key, name, taken), name, taken) for row in rows]
    if isinstance(value, dict):
        return {inner: _take_json(item, name, taken, inner) for inner, item in value.items()}
    return value


def _is_row_of(row: Any, key: str, kind: str, name: Name) -> bool:
    return key == kind and isinstance(row, dict) and name.is_name(row.get("name"))


def _emptied(row: Any, key: str, name: Name, taken: Taken) -> Any:
    """``row`` without the person. A member's seat keeps its role and organisation."""
    if not _is_row_of(row, key, "members", name):
        return row
    taken.members += 1
    return row | {key: "" for key in PERSONAL if key in row}


PERSONAL = ("name", "title", "party", "name_basis")


def _around(text: str, match: re.Match[str]) -> str:
    start, end = max(match.start() - 40, 0), match.end() + 40
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"{before}{' '.join(text[start:end].split())}{after}"
