"""The lines of a list of people -> cells in order: what each line tells, and the labels above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .columns import column_kinds, is_caption
from .entries import Entry, read_entry
from .headings import is_office
from .lines import Line
from .organisations import names_organisation
from .parties import party_of_label
from .seat_labels import ends_with_office, heads_group, is_prose, is_reach, organisation_label
from .seat_lines import DEPUTY, read_entries
from .seat_rows import flat_rows, header_length, read_row
from .sentence_seats import names_in_sentences

_CAPITALS = re.compile(r"\b[A-ZÅÄÖÉÜ]{2,}(?:-[A-ZÅÄÖÉÜ]{2,})?(?: [A-ZÅÄÖÉÜ]{3,}(?:-[A-ZÅÄÖÉÜ]{2,})?){1,2}\b")


@dataclass
class Cell:
    line: Line
    entry: Entry
    group: str = ""
    text: str = ""


@dataclass
class Cells:
    """``cells`` in order; ``prose`` runs around the list, ``labels`` head a part of it.

    ``reach`` are telephone numbers and addresses, for which a seat has no place."""

    cells: list[Cell] = field(default_factory=list)
    prose: list[Line] = field(default_factory=list)
    labels: list[Line] = field(default_factory=list)
    reach: list[Line] = field(default_factory=list)
    _kinds: list[str] = field(default_factory=list)
    _party: str = ""
    _role: str = ""
    _group: str = ""
    _organisation: str = ""
    _roles_below: bool = False
    _spanning: str = ""  # the organisation of a cell that spans several rows

    def read(self, lines: Sequence[Line]) -> None:
        lines = list(lines)
        self._roles_below = ends_with_office(lines)
        while lines:
            if card := self._labelled(lines):
                lines = lines[card:]
                continue
            header = header_length(lines)
            if header == 1 and self._roles_below and is_office(lines[0].text):
                header = 0
            if header:
                self._head(lines[:header], lines[header:])
                lines = lines[header:]
                if header > 1 and (rows := flat_rows(lines, self._kinds)):
                    for row in rows:
                        self._add(row[0], read_row([line.text for line in row], self._kinds))
                    lines = lines[len(rows) * len(self._kinds) :]
            else:
                self._take(lines.pop(0), lines[:1])

    def _head(self, header: Sequence[Line], below: Sequence[Line]) -> None:
        """Several header cells are a table's; one alone ("Ersättare") says what those below it are."""
        self.labels += header
        self._spanning = ""
        self._kinds = [kind for line in header for kind in column_kinds(line.text)]
        if len(self._kinds) == 1:
            self._role = DEPUTY if self._kinds == ["deputy"] else ""

    def _take(self, line: Line, following: Sequence[Line]) -> None:
        if line.text.endswith(":") and is_office(label := line.text.rstrip(": ")):
            line = replace(line, text=label)
        if self._role and is_office(line.text) and following and read_entry(following[0].text).seat:
            self._role = line.text
            self.labels.append(line)
        elif party := party_of_label(line.text):
            self._party = party
            self.labels.append(line)
        elif is_caption(line.text) and not line.bullet:
            self.labels.append(line)
        elif organisation := organisation_label(line, following):
            self._party = self._role = self._group = ""
            self._organisation = organisation
            self.labels.append(line)
        elif not self._roles_below and heads_group(line, following):
            self._group, self._role, self._organisation = line.text.rstrip(": "), "", ""
            self.labels.append(line)
        elif row := self._row(line):
            self._add(line, row)
        elif is_prose(line):
            self.prose.append(line)
            self._add(line, names_in_sentences(line.text), text="")
        elif is_reach(line.text):
            self.reach.append(line)
        else:
            entries = read_entries(_CAPITALS.sub(_as_name, line.text).strip("| "))
            if self._organisation and entries == [Entry(organisation=entries[0].organisation)]:
                self._organisation = entries[0].organisation
            self._add(line, entries)

    @property
    def _surname_first(self) -> bool:
        return self._kinds[:2] == ["last", "first"]

    def _labelled(self, lines: Sequence[Line]) -> int:
        """How many lines from the first are one card of labels and values: "Namn: Ann Ek", "Parti: S"."""
        kinds: list[str] = []
        values: list[str] = []
        for line in lines:
            label, colon, value = line.text.partition(":")
            kind = column_kinds(label) if colon and value.strip() else []
            if len(kind) != 1 or kind[0] in kinds:
                break
            kinds += kind
            values.append(value.strip())
        rows = read_row(values, kinds) if len(kinds) > 1 else []
        for row in rows:
            text = "\n".join(line.raw.strip() for line in lines[: len(kinds)])
            self.cells.append(Cell(lines[0], row, self._group, text))
        return len(kinds) if rows else 0

    def _row(self, line: Line) -> list[Entry]:
        cells = re.split(r"\t|\s*\|\s*", line.text.strip("| "))
        if line.raw.lstrip(" ").startswith("\t") and self._kinds[:1] == ["organisation"]:
            cells = [self._spanning, *cells]
        if not 1 < len(cells) <= len(self._kinds):
            return []
        rows = read_row(cells, self._kinds)
        if rows and self._kinds[0] == "organisation":
            self._spanning = cells[0]
        return rows

    def _add(self, line: Line, entries: Sequence[Entry], text: str | None = None) -> None:
        """``text`` is what the seats keep of the line: nothing when it stays on the page as running text."""
        for entry in entries:
            if entry.name and self._surname_first and "\t" not in line.text:
                last, _, first = entry.name.partition(" ")
                entry = replace(entry, name=f"{first} {last}".strip())
            if entry.seat:
                entry = replace(
                    entry,
                    party=entry.party or self._party,
                    role=entry.role or self._role,
                    organisation=entry.organisation or self._organisation,
                )
            self.cells.append(Cell(line, entry, self._group, line.raw.strip() if text is None else text))


def _as_name(found: re.Match[str]) -> str:
    """A name in capitals as names are written otherwise; an organisation's abbreviation stays."""
    return found[0] if names_organisation(found[0].title()) else found[0].title()
