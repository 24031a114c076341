"""Tables and lists of people -> one row per seat, whichever column comes first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from . import signs
from .entries import Entry, is_former
from .lines import Line
from .page import Member
from .seat_cells import Cell, Cells

_DEPUTY_BELOW = re.compile(r"(?i)\W*(?:personlig )?(?:ersättare|suppleant)\s*:")


@dataclass(frozen=True)
class Seats:
    """``prose`` are lines of running text, ``pictures`` texts of pictures, ``reach`` telephone numbers and addresses,
    ``unread`` what could not be read, ``labels`` column headers and the like among ``used``."""

    rows: tuple[Member, ...]
    organisations: tuple[str, ...]
    prose: tuple[Line, ...]
    pictures: tuple[Line, ...]
    unread: tuple[Line, ...]
    used: tuple[Line, ...]
    reach: tuple[Line, ...] = ()
    labels: tuple[Line, ...] = ()


def read_seats(lines: Sequence[Line], *, group: str = "", role: str = "") -> Seats:
    """The seats in ``lines``. ``role`` is the office that the heading gives everyone ("Ersättare")."""
    found = Cells()
    found.read(lines)
    cells, pictures = _without_picture_texts(found.cells)
    cells = _with_unknown_organisations(cells)
    rows, unread = _assemble(cells)
    organisations = _only_organisations(cells, rows)
    if organisations:
        rows, unread = [], []
    prose = {line.number for line in found.prose}
    unread = [line for line in dict.fromkeys(unread) if line.number not in prose]
    skipped = {line.number for line in (*unread, *pictures, *found.reach)} | prose
    return Seats(
        rows=tuple(replace(row, group=row.group or group, role=row.role or role) for row in rows),
        organisations=organisations,
        prose=tuple(found.prose),
        pictures=tuple(pictures),
        unread=tuple(unread),
        used=tuple(line for line in lines if line.number not in skipped),
        reach=tuple(found.reach),
        labels=tuple(found.labels),
    )


def _without_picture_texts(cells: list[Cell]) -> tuple[list[Cell], list[Line]]:
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


def _with_unknown_organisations(cells: list[Cell]) -> list[Cell]:
    """In two columns of cells, an unknown cell in the column of organisations is one ("Chalmers Industriteknik")."""
    plain = [cell for cell in cells if not (cell.entry.role and not cell.entry.seat and not cell.entry.organisation)]
    sure = [index % 2 for index, cell in enumerate(plain) if cell.entry.organisation and not cell.entry.seat]
    if len(plain) < 4 or len(sure) < 2 or any(cell.entry.seat and cell.entry.organisation for cell in plain):
        return cells
    column = 1 if sum(sure) * 2 > len(sure) else 0
    if any(parity != column for parity in sure):
        return cells
    for index, cell in enumerate(plain):
        if cell.entry.name:
            continue
        names_other = plain[index ^ 1].entry.seat if index ^ 1 < len(plain) else False
        if index % 2 == column and not cell.entry.organisation and names_other and not cell.entry.vacant:
            cell.entry = Entry(organisation=cell.line.text)
    return cells


def _assemble(cells: Sequence[Cell]) -> tuple[list[Member], list[Line]]:
    """Rows from cells: complete lines stand alone, the others join in the order that leaves fewest pieces over."""
    name_first = _join(cells, organisation_first=False)
    organisation_first = _join(cells, organisation_first=True)
    rows, unread = min((name_first, organisation_first), key=lambda result: _flaws(*result))
    return _with_deputies_below(rows), unread


def _with_deputies_below(rows: list[Member]) -> list[Member]:
    """Where members have their deputies on the line below ("Ersättare: Bo Al"), these sit for the same organisation.

    A single deputy below several members may be everyone's, and stays without one.
    """
    below = [index for index, row in enumerate(rows) if _is_deputy_below(row)]
    if (len(below) < 2 and not any("personlig" in rows[index].text.casefold() for index in below)) or 0 in below:
        return rows
    if any(_is_deputy_below(rows[index - 1]) for index in below):
        return rows
    return [
        replace(row, organisation=rows[index - 1].organisation) if index in below else row
        for index, row in enumerate(rows)
    ]


def _is_deputy_below(row: Member) -> bool:
    return not row.organisation and bool(_DEPUTY_BELOW.match(row.text))


def _flaws(rows: Iterable[Member], unread: Sequence[Line]) -> int:
    return len(unread) + sum(1 for row in rows if not row.organisation)


def _join(cells: Sequence[Cell], *, organisation_first: bool) -> tuple[list[Member], list[Line]]:
    rows: list[Member] = []
    unread: list[Line] = []
    waiting: Cell | None = None
    organisation = ""
    open_row = False
    line: Line | None = None
    beginning = 0  # the first of the rows that the latest line gave
    offices_first = bool(cells) and _is_office_alone(cells[0].entry)
    office = ""
    for cell in cells:
        entry = cell.entry
        if offices_first and _is_office_alone(entry):
            office = entry.role
        elif entry.seat:
            if any(map(signs.looks_like_person, entry.unread)):
                unread.append(cell.line)
            if line is not cell.line:
                line, beginning = cell.line, len(rows)
            row = _member(cell, organisation if organisation_first else "")
            rows.append(replace(row, role=row.role or office))
            office = ""
            waiting, open_row = None, True
        elif entry.organisation and organisation_first and not (entry.role and open_row):
            if waiting is not None:
                unread.append(waiting.line)
            organisation, waiting, open_row = entry.organisation, cell, False
        elif open_row and rows and (completed := _complete(rows[-1], entry)):
            rows[-1] = replace(completed, text=f"{completed.text}\n{cell.text}")
            for index in range(beginning, len(rows) - 1):
                rows[index] = _of_organisation(rows[index], entry)
            open_row = not completed.organisation or not completed.role
        else:
            unread.append(cell.line)
    if waiting is not None:
        unread.append(waiting.line)
    return rows, unread


def _of_organisation(row: Member, entry: Entry) -> Member:
    """One of several people on a line, whose organisation stands on the line below."""
    return row if row.organisation else replace(row, organisation=entry.organisation)


def _is_office_alone(entry: Entry) -> bool:
    return bool(entry.role) and entry == Entry(role=entry.role)


def _member(cell: Cell, organisation: str) -> Member:
    entry = cell.entry
    return Member(
        name=entry.name,
        organisation=entry.organisation or organisation,
        role=entry.role,
        title=", ".join(filter(None, (entry.title, *_words(entry)))),
        party=entry.party,
        vacant=entry.vacant,
        group=cell.group,
        text=cell.text,
    )


def _words(entry: Entry) -> list[str]:
    """What is neither name, organisation nor office, but for numbers and other people's names."""
    return [
        piece
        for piece in entry.unread
        if any(letter.isalpha() for letter in piece)
        and not signs.looks_like_person(piece)
        and not is_former(piece)
        and not signs.has_date(piece)
        and not signs.YEAR.search(piece)
    ]


def _complete(row: Member, entry: Entry) -> Member | None:
    """The row with what a following line adds; None if the line adds nothing that is missing."""
    if entry.organisation and row.organisation:
        return None
    words = _words(entry)
    if entry.party and not row.party and entry == Entry(party=entry.party):
        return replace(row, party=entry.party)
    if not (entry.organisation or entry.role or entry.title or words):
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


def _tells_more(entry: Entry) -> bool:
    return not entry.organisation or bool(entry.role or entry.title or entry.unread)


def _only_organisations(cells: Sequence[Cell], rows: Sequence[Member]) -> tuple[str, ...]:
    """The organisations, when a list names nothing else: then they take part, without persons."""
    if rows or not cells or any(_tells_more(cell.entry) for cell in cells):
        return ()
    return tuple(dict.fromkeys(cell.entry.organisation for cell in cells))
