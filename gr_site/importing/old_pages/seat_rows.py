"""The rows of a table of people whose columns are known: cells -> seats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from . import signs
from .columns import column_kinds
from .entries import Entry, read_entry
from .lines import Line
from .organisations import known_organisation, names_organisation
from .parties import is_party, party_of_label
from .seat_lines import DEPUTY, read_entries

_NOBODY = re.compile(r"[-–—]|saknas|ingen")


def read_row(cells: Sequence[str], kinds: Sequence[str]) -> list[Entry]:
    """The seats in a row of a table whose columns are known; none when the columns of people hold something else."""
    by_kind = {kind: cell.strip() for kind, cell in zip(kinds, cells, strict=False) if cell.strip()}
    if _holds_person(by_kind.get("organisation", "")):
        return []
    first_last = f"{by_kind.pop('first', '')} {by_kind.pop('last', '')}".strip()
    shared = _shared(by_kind)
    rows: list[Entry] = []
    for kind, text in (("name", first_last or by_kind.get("name", "")), ("deputy", by_kind.get("deputy", ""))):
        if not text or _NOBODY.fullmatch(text.casefold()):
            continue
        entries = read_entries(text)
        if not all(entry.seat for entry in entries):
            return []
        rows += [_with_shared(entry, shared, DEPUTY if kind == "deputy" else "") for entry in entries]
    return rows


def _holds_person(organisation: str) -> bool:
    """A cell of a shifted row: "Ann Ek (M)" or "Vakant" where an organisation should stand."""
    entry = read_entry(organisation) if organisation else Entry()
    return not names_organisation(organisation) and (entry.vacant or bool(entry.name and entry.party))


def _shared(by_kind: dict[str, str]) -> Entry:
    organisation, title, party = (by_kind.get(kind, "") for kind in ("organisation", "title", "party"))
    office = read_entry(title) if title else Entry()
    return Entry(
        organisation=known_organisation(organisation) or organisation,
        role=office.role,
        title="" if office.role else title,
        party=party if is_party(party) else party_of_label(party),
    )


def _with_shared(entry: Entry, shared: Entry, role: str) -> Entry:
    """A deputy shares the member's organisation, not the office or title."""
    return replace(
        entry,
        organisation=entry.organisation or shared.organisation,
        role=entry.role or role or shared.role,
        title=entry.title or ("" if role else shared.title),
        party=entry.party or shared.party,
    )


def header_length(lines: Sequence[Line]) -> int:
    """How many lines from the first are header cells, one cell a line or all on one."""
    length = 0
    while length < len(lines) and not lines[length].bullet and column_kinds(lines[length].text):
        length += 1
        if len(column_kinds(lines[length - 1].text)) > 1:
            break
    return length


def flat_rows(lines: Sequence[Line], kinds: Sequence[str]) -> list[Sequence[Line]]:
    """Rows of a table with deputies whose cells stand on a line each, as far as they fit the columns."""
    rows: list[Sequence[Line]] = []
    if "deputy" not in kinds or "name" not in kinds:
        return rows
    for start in range(0, len(lines) - len(kinds) + 1, len(kinds)):
        row = lines[start : start + len(kinds)]
        if not read_row([line.text for line in row], kinds) or not _fits(row, kinds):
            break
        rows.append(row)
    return rows


def _fits(row: Sequence[Line], kinds: Sequence[str]) -> bool:
    return not any(
        kind == "organisation" and signs.looks_like_person(line.text) and not names_organisation(line.text)
        for kind, line in zip(kinds, row, strict=True)
    )
