"""Tables and lists of people -> one row per seat, whichever column comes first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from . import signs
from .columns import is_caption, is_column_header
from .entries import Entry, read_entries
from .lines import Line
from .page import Member

_LONGEST = 120


@dataclass(frozen=True)
class Seats:
    """``prose``, ``pictures``, ``unread``: lines of running text, texts of pictures, and what could not be read."""

    rows: tuple[Member, ...]
    organisations: tuple[str, ...]
    prose: tuple[Line, ...]
    pictures: tuple[Line, ...]
    unread: tuple[Line, ...]
    used: tuple[Line, ...]


@dataclass
class _Cell:
    line: Line
    entry: Entry


def read_seats(lines: Sequence[Line], *, group: str = "", role: str = "") -> Seats:
    """The seats in ``lines``. ``role`` is the office that the heading gives everyone ("Ersättare")."""
    rows_of = [line for line in lines if not _is_header(line)]
    prose = [line for line in rows_of if _is_prose(line)]
    rest = [line for line in rows_of if not _is_prose(line)]
    cells, pictures = _without_picture_texts(
        [_Cell(line, entry) for line in rest for entry in read_entries(line.text)]
    )
    cells = _with_unknown_organisations(cells)
    rows, unread = _assemble(cells)
    organisations = _only_organisations(cells, rows)
    if organisations:
        rows, unread = [], []
    skipped = {line.number for line in (*unread, *pictures, *prose)}
    return Seats(
        rows=tuple(replace(row, group=group, role=row.role or role) for row in rows),
        organisations=organisations,
        prose=tuple(prose),
        pictures=tuple(pictures),
        unread=tuple(unread),
        used=tuple(line for line in lines if line.number not in skipped),
    )


def _is_header(line: Line) -> bool:
    return is_column_header(line.text) or (is_caption(line.text) and not line.bullet)


def _is_prose(line: Line) -> bool:
    if "\t" in line.text:
        return False
    return (
        len(line.text) > _LONGEST
        or line.text.endswith((":", "!", "?"))
        or (len(line.words) >= 4 and signs.has_verb(line.text))
        or (line.text.endswith(".") and len(line.words) >= 6)
    )


def _without_picture_texts(cells: list[_Cell]) -> tuple[list[_Cell], list[Line]]:
    """A card is a name with the office on the next line. Among cards, a line that has it all is a picture's text."""
    cards = sum(
        1
        for cell, following in pairwise(cells)
        if cell.entry.name and not cell.entry.role and not following.entry.seat and following.entry.role
    )
    if not cards:
        return cells, []
    texts = [cell.line for cell in cells if _is_whole(cell.entry)]
    if len(texts) > cards + 1:
        return cells, []
    return [cell for cell in cells if not _is_whole(cell.entry)], texts


def _is_whole(entry: Entry) -> bool:
    return bool(entry.name and entry.role and entry.organisation)


def _with_unknown_organisations(cells: list[_Cell]) -> list[_Cell]:
    """In two columns of cells, an unknown cell in the column of organisations is one ("Chalmers Industriteknik")."""
    plain = [cell for cell in cells if not (cell.entry.role and not cell.entry.seat and not cell.entry.organisation)]
    sure = [index % 2 for index, cell in enumerate(plain) if cell.entry.organisation and not cell.entry.seat]
    if len(plain) < 4 or len(sure) < 2 or any(cell.entry.seat and cell.entry.organisation for cell in plain):
        return cells
    column = 1 if sum(sure) * 2 > len(sure) else 0
    if any(parity != column for parity in sure):
        return cells
    for index, cell in enumerate(plain):
        names_other = plain[index ^ 1].entry.seat if index ^ 1 < len(plain) else False
        if index % 2 == column and not cell.entry.organisation and names_other and not cell.entry.vacant:
            cell.entry = Entry(organisation=cell.line.text)
    return cells


def _assemble(cells: Sequence[_Cell]) -> tuple[list[Member], list[Line]]:
    """Rows from cells: complete lines stand alone, the others join in the order that leaves fewest pieces over."""
    name_first = _join(cells, organisation_first=False)
    organisation_first = _join(cells, organisation_first=True)
    return min((name_first, organisation_first), key=lambda result: _flaws(*result))


def _flaws(rows: Iterable[Member], unread: Sequence[Line]) -> int:
    return len(unread) + sum(1 for row in rows if not row.organisation)


def _join(cells: Sequence[_Cell], *, organisation_first: bool) -> tuple[list[Member], list[Line]]:
    rows: list[Member] = []
    unread: list[Line] = []
    waiting: _Cell | None = None
    organisation = ""
    open_row = False
    offices_first = bool(cells) and _is_office_alone(cells[0].entry)
    office = ""
    for cell in cells:
        entry = cell.entry
        if offices_first and _is_office_alone(entry):
            office = entry.role
        elif entry.seat:
            row = _member(entry, organisation if organisation_first else "", cell.line.raw.strip())
            rows.append(replace(row, role=row.role or office))
            office = ""
            waiting, open_row = None, True
        elif entry.organisation and organisation_first and not (entry.role and open_row):
            if waiting is not None:
                unread.append(waiting.line)
            organisation, waiting, open_row = entry.organisation, cell, False
        elif open_row and rows and (completed := _complete(rows[-1], entry)):
            rows[-1] = completed
            open_row = not completed.organisation or not completed.role
        else:
            unread.append(cell.line)
    if waiting is not None:
        unread.append(waiting.line)
    return rows, unread


def _is_office_alone(entry: Entry) -> bool:
    return bool(entry.role) and entry == Entry(role=entry.role)


def _member(entry: Entry, organisation: str, text: str) -> Member:
    return Member(
        name=entry.name,
        organisation=entry.organisation or organisation,
        role=entry.role,
        title=entry.title or ", ".join(entry.unread),
        party=entry.party,
        vacant=entry.vacant,
        text=text,
    )


def _complete(row: Member, entry: Entry) -> Member | None:
    """The row with what a following line adds; None if the line adds nothing that is missing."""
    if entry.organisation and row.organisation:
        return None
    words = [word for word in entry.unread if any(letter.isalpha() for letter in word)]
    if entry.party and not row.party and entry == Entry(party=entry.party):
        return replace(row, party=entry.party)
    if not (entry.organisation or entry.role or entry.title or entry.email or entry.phone or words):
        return None
    if entry.role and row.role and not entry.organisation:
        return None
    return replace(
        row,
        organisation=row.organisation or entry.organisation,
        role=row.role or entry.role,
        title=row.title or entry.title or ", ".join(words),
        party=row.party or entry.party,
    )


def _only_organisations(cells: Sequence[_Cell], rows: Sequence[Member]) -> tuple[str, ...]:
    """The organisations, when a list names nothing else: then they take part, without persons."""
    if rows or not cells or any(not cell.entry.organisation or cell.entry.role for cell in cells):
        return ()
    return tuple(dict.fromkeys(cell.entry.organisation for cell in cells))
