"""Whether people of several organisations stand below a heading that we do not know: then they are members."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import signs
from .columns import column_kinds
from .headings import is_office
from .lines import Line
from .organisations import known_organisation
from .seat_lines import read_entries
from .sentence_seats import names_in_sentences

#: Headings of people who have no seat.
_OTHERS = re.compile(
    r"(?i)kontakt|föreläs|talare|moderator|gäst|medverkande|panel|jury|tidigare|avgå|program|pris|författ|arrangör|tack"
)
#: Headings that need no more below them than one who may be a member.
_SURE = re.compile(r"(?i)sammansat|\bär med\b|\bmed i\b|\bsitter i\b|\bingår i\b")
_LONGEST = 60


def heads_others(heading: str) -> bool:
    """A heading of people without a seat, such as speakers or former members."""
    return bool(_OTHERS.search(heading))


def heads_members(line: Line, ahead: Sequence[Line]) -> bool:
    """A short line that may be any heading, above a table of people or rows of several organisations."""
    if line.bullet or not (line.after_blank or line.level) or len(line.text) > _LONGEST or len(line.words) > 8:
        return False
    if not line.text[0].isupper() or line.text[-1] in ".!,;" or heads_others(line.text):
        return False
    if signs.has_date(line.text) or "\t" in line.text or any(row.seat for row in read_entries(line.text)):
        return False
    if known_organisation(line.text) or column_kinds(line.text):
        return False
    return (bool(_SURE.search(line.text)) and _names_someone(ahead[:2])) or lists_members(ahead)


def _names_someone(lines: Sequence[Line]) -> bool:
    return _opens_list(lines) or any(names_in_sentences(line.text) for line in lines[:1])


def lists_members(lines: Sequence[Line]) -> bool:
    """A table of people, or rows of people from several organisations."""
    return _opens_table(lines) or (_opens_list(lines[:3]) and people_of_several(lines))


def _opens_table(lines: Sequence[Line]) -> bool:
    kinds = set(column_kinds(lines[0].text)) if lines and not lines[0].bullet else set()
    return len(kinds) > 1 and bool(kinds & {"name", "last", "deputy"})


def _opens_list(lines: Sequence[Line]) -> bool:
    lines = [line for line in lines if not is_office(line.text.rstrip(": ")) and not column_kinds(line.text)]
    text = _value(lines[0].text) if lines else ""
    return bool(known_organisation(text)) or any(row.seat for row in read_entries(text))


def people_of_several(lines: Sequence[Line]) -> bool:
    """Whether people of two organisations stand here, each on a line with it or below or above it."""
    places: set[str] = set()
    above, waiting = "", False
    for line in lines:
        text = _value(line.text)
        if signs.has_date(text) or (signs.is_sentence(text) and signs.has_verb(text)):
            break
        if known := known_organisation(text):
            places |= {known} if waiting else set()
            above, waiting = known, False
        elif seats := [row for row in read_entries(text) if row.seat]:
            places |= {row.organisation or above for row in seats}
            waiting = not all(row.organisation for row in seats)
    return len({known_organisation(place) for place in places} - {""}) > 1


def _value(text: str) -> str:
    """What stands after the name of a column: "Ann Ek" in "Namn: Ann Ek"."""
    label, colon, value = text.partition(":")
    return value.strip() if colon and value.strip() and column_kinds(label) else text
