"""What a line among people is when it is no seat: a label above some of them, a way to reach one, running text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import signs
from .entries import Entry, is_title, read_entry
from .headings import is_office
from .lines import Line
from .organisations import known_organisation, names_organisation
from .seat_lines import read_entries

_LONGEST = 120
_FROM = re.compile(
    r"(?i)(?:(?:ordinarie )?(?:ledamöter|ledamot|representant(?:er)?|deltagare|företrädare|utsedda av)\s+)?"
    r"(?:från|för|i)?\s*(.+?)\s*:"
)


def ends_with_office(lines: Sequence[Line]) -> bool:
    """Cards have the office below the name, so that their list ends with one; a label has people below it."""
    texts = [line.text for line in lines if not is_reach(line.text)]
    return bool(texts) and is_office(texts[-1])


def heads_group(line: Line, following: Sequence[Line]) -> bool:
    """The name of a part of the list, with people right below it: "Funktionsrätt", "Valberedning"."""
    if (
        not (line.after_blank or line.level)
        or line.bullet
        or "\t" in line.text
        or not following
        or len(line.words) > 5
    ):
        return False
    if read_entry(line.text) != Entry(unread=(line.text.strip(" :"),)) or is_title(line.text):
        return False
    if not line.text[0].isupper() or line.text[-1] in ".,;!?" or any(letter.isdigit() for letter in line.text):
        return False
    return (line.level > 0 or not following[0].after_blank) and any(
        row.seat for row in read_entries(following[0].text)
    )


def organisation_label(line: Line, following: Sequence[Line]) -> str:
    """ "Region Stockholm:" or "Från Ale kommun" above the people of that organisation; else ""."""
    text = line.text if line.text.endswith(":") or not _is_source(line, following) else f"{line.text}:"
    named = line.text.isupper() or names_organisation(line.text)
    if line.level and named and following and read_entry(following[0].text).seat:
        return known_organisation(line.text) or line.text  # "RISE" as a heading
    found = _FROM.fullmatch(text) if len(text) < 80 else None
    if not found or not names_organisation(found[1]):
        return ""
    return known_organisation(found[1]) or found[1]


def _is_source(line: Line, following: Sequence[Line]) -> bool:
    """A label without a colon begins with where its people come from."""
    below = bool(following) and any(entry.seat for entry in read_entries(following[0].text))
    return line.after_blank and below and bool(re.match(r"(?i)(?:\w+ )?(?:från|för)\s", line.text))


def is_reach(text: str) -> bool:
    """Nothing but a telephone number or an address, perhaps with a label before it."""
    entry = read_entry(text)
    left = signs.PHONE.sub("", signs.EMAIL.sub("", text))
    return bool(entry.email or entry.phone) and not entry.seat and len(left.split()) <= 2


def is_prose(line: Line) -> bool:
    if "\t" in line.text or sum(entry.seat for entry in read_entries(line.text)) > 1:
        return False
    return (
        len(line.text) > _LONGEST
        or line.text.endswith((":", "!", "?"))
        or (len(line.words) >= 4 and signs.has_verb(line.text))
        or (line.text.endswith(".") and (len(line.words) >= 6 or signs.has_verb(line.text)))
    )
