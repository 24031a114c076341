"""People who stand on a page without any heading: cards of a few lines each, or rows that are complete on one line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from . import signs
from .entries import Entry, read_entry
from .lines import Line
from .organisations import known_organisation
from .seat_lines import read_entries

#: How far a caller has to look ahead: as many cards as it takes, of as many lines as a card may have.
_CARDS, _ROWS, _LONGEST_CARD = 2, 3, 6
AHEAD = _CARDS * (_LONGEST_CARD + 1)


def opens_people(lines: Sequence[Line]) -> bool:
    """Whether a list of members begins with the first line.

    They sit for different organisations: people of one organisation are those who answer questions about the page.
    """
    return bool(lines) and (_opens_cards(lines) or _opens_rows(lines[:_ROWS]) or _opens_units(lines))


def _opens_cards(lines: Sequence[Line]) -> bool:
    organisations: list[str] = []
    rest = lines
    while rest and len(organisations) < _CARDS and (card := _card(rest)):
        organisations.append(card[1])
        rest = rest[card[0] :]
    return len(organisations) == _CARDS and len(set(organisations)) == _CARDS


def _opens_units(lines: Sequence[Line]) -> bool:
    """Organisations on lines of their own, each with its people below it."""
    heads = [index for index, line in enumerate(lines) if known_organisation(line.text)]
    if heads[:1] != [0] or len(heads) < _CARDS or not all(map(_is_of_card, lines[: heads[1] + 2])):
        return False
    different = known_organisation(lines[0].text) != known_organisation(lines[heads[1]].text)
    return different and all(_heads_people(lines, index) for index in heads[:_CARDS])


def _heads_people(lines: Sequence[Line], index: int) -> bool:
    below = lines[index + 1] if index + 1 < len(lines) else None
    return below is not None and all(row.seat and not row.unread for row in read_entries(below.text))


def _card(lines: Sequence[Line]) -> tuple[int, str] | None:
    """The number of lines and the organisation of the card that opens ``lines``: a name, and below it the rest."""
    if not _is_name(lines[0]):
        return None
    organisation, length = read_entry(lines[0].text).organisation, 1
    for line in islice(lines, 1, _LONGEST_CARD + 1):
        if (_is_name(line) and line.text != lines[0].text) or not _is_of_card(line):
            break
        organisation = organisation or known_organisation(line.text) or read_entry(line.text).organisation
        length += 1
    return (length, organisation) if length > 1 and organisation else None


def _is_name(line: Line) -> bool:
    entry = read_entry(line.text)
    return bool(entry.name) and not entry.unread and _is_short(line)


def _is_of_card(line: Line) -> bool:
    return _is_short(line) and not signs.has_verb(line.text)


def _is_short(line: Line) -> bool:
    return len(line.text) <= 80 and not signs.has_date(line.text) and not line.text.endswith((".", ":", "!", "?"))


def _opens_rows(lines: Sequence[Line]) -> bool:
    if len(lines) < _ROWS or not all(map(_is_short, lines)):
        return False
    rows = [read_entries(line.text) for line in lines]
    return all(all(map(_is_complete, row)) for row in rows) and len({row[0].organisation for row in rows}) > 1


def _is_complete(entry: Entry) -> bool:
    return entry.seat and bool(known_organisation(entry.organisation)) and not entry.unread
