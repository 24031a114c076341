"""Where lists of people begin and end among the other lines of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import signs
from .bodies import is_body_word, is_sub_group
from .columns import column_kinds, is_caption, is_column_header
from .headings import Heading, Meaning, is_office
from .lines import Line
from .organisations import known_organisation
from .parties import party_of_label
from .people_below import heads_members
from .seat_lines import read_entries

_PEOPLE = frozenset({Meaning.MEMBERS, Meaning.PRESIDIUM, Meaning.CONTACT})
_YEARS = re.compile(r"[\s,]*\b(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?\s*:?$")
_LEAD = re.compile(
    r"(?i)\b(?:ingår|består (?:för närvarande )?av|deltar|medverkar|sitter|utgörs av|representeras av)\s*:$"
)
#: How far below a heading its people are looked for, and how many there must be.
_AHEAD, _LEAST = 6, 3
_LONGEST_HEADING = 100


def is_row(text: str) -> bool:
    """A line of a list of people: a seat, an organisation, a party, an office or the header of a column."""
    if known_organisation(text) or party_of_label(text) or is_office(text) or is_column_header(text):
        return True
    return any(entry.seat for entry in read_entries(text)) or signs.looks_like_person(text)


def heads_people(line: Line, ahead: Sequence[Line]) -> Heading | None:
    """The name of a body above a list of people: "Föreningens styrelse 2022"."""
    if line.bullet or len(line.text) > _LONGEST_HEADING or line.text.endswith((".", "!", "?")):
        return None
    if _LEAD.search(line.text) and _seats_below(ahead) > 1:
        return Heading(Meaning.MEMBERS, line.text.rstrip(": "), lead=True)
    if heads_members(line, ahead):
        return Heading(Meaning.MEMBERS, line.text.rstrip(": "))
    text = _YEARS.sub("", line.text).rstrip(": ")
    words = text.split()
    if not 1 <= len(words) <= 8 or not text[0].isupper() or signs.has_verb(text):
        return None
    if not (is_body_word(words[0]) or is_body_word(words[-1])) or signs.has_date(line.text):
        return None
    return Heading(Meaning.MEMBERS, line.text.rstrip(": ")) if _seats_below(ahead) >= _LEAST else None


def heads_sub_group(line: Line, ahead: Sequence[Line]) -> Heading | None:
    """The name of a group within the body, above its convener: "Arbetsgrupp buller", "Sammankallande: Ann Ek"."""
    text = line.text.rstrip(": ")
    if line.bullet or not ahead or not is_sub_group(text, "") or signs.has_verb(text):
        return None
    if not (line.after_blank or line.level or is_convener(ahead[0].text) or _complete_rows(ahead[:2])):
        return None
    if signs.has_date(text) or not (is_convener(ahead[0].text) or _seats_below(ahead[:3]) > 1):
        return None
    return Heading(Meaning.MEMBERS, text)


def _complete_rows(lines: Sequence[Line]) -> bool:
    """Two lines that each give someone with an organisation."""
    return len(lines) == 2 and all(row.seat and row.organisation for line in lines for row in read_entries(line.text))


def is_convener(text: str) -> bool:
    """An office and who holds it, without a way to reach them: "Sammankallande: Ann Ek, Ale"."""
    label, colon, value = text.partition(":")
    if not colon or not is_office(label.strip()) or signs.PHONE.search(value) or signs.EMAIL.search(value):
        return False
    return any(entry.seat for entry in read_entries(value.strip()))


def _seats_below(ahead: Sequence[Line]) -> int:
    seats = [any(entry.seat for entry in read_entries(row.text)) for row in ahead[:_AHEAD]]
    return sum(seats) if any(seats[:2]) else 0


def is_within_people(heading: Heading, line: Line, following: Line | None) -> bool:
    """Whether a line is no heading here: the label of a table of people ("Uppdrag (2 st)"), or one of its rows."""
    if heading.value and heading.meaning not in _PEOPLE and len(column_kinds(heading.text)) == 1:
        return is_office(heading.value) or len(heading.value.split()) <= 3
    if heading.value or line.level:
        return False
    if any(entry.seat for entry in read_entries(line.text)):
        return True
    if heading.meaning in _PEOPLE or following is None:
        return False
    return is_column_header(following.text) or is_office(following.text) or signs.looks_like_person(following.text)


def ends_people(line: Line, following: Line, before: Sequence[Line]) -> bool:
    """A short line after the last member with running text below it is the heading of something else."""
    if is_row(line.text) or is_caption(line.text) or not signs.is_sentence(following.text):
        return False
    return not is_row(following.text) and any(is_row(row.text) for row in before)
