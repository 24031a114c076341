"""The lines of a list of people -> cells in order: what each line tells, and the labels above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from . import signs
from .columns import column_kinds, is_caption
from .entries import Entry, is_title, read_entry
from .headings import is_office
from .lines import Line
from .organisations import known_organisation, names_organisation
from .parties import is_party, party_of_label
from .seat_lines import DEPUTY, read_entries
from .sentence_seats import names_in_sentences

_LONGEST = 120
_FROM = re.compile(
    r"(?i)(?:(?:ordinarie )?(?:ledamöter|ledamot|representant(?:er)?|deltagare|företrädare|utsedda av)\s+)?"
    r"(?:från|för|i)?\s*(.+?)\s*:"
)
_CAPITALS = re.compile(r"\b[A-ZÅÄÖÉÜ]{2,}(?:-[A-ZÅÄÖÉÜ]{2,})?(?: [A-ZÅÄÖÉÜ]{3,}(?:-[A-ZÅÄÖÉÜ]{2,})?){1,2}\b")
_NOBODY = re.compile(r"[-–—]|saknas|ingen")


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
        self._roles_below = _ends_with_office(lines)
        while lines:
            if card := self._labelled(lines):
                lines = lines[card:]
                continue
            header = _header_length(lines)
            if header == 1 and self._roles_below and is_office(lines[0].text):
                header = 0
            if header:
                self._head(lines[:header], lines[header:])
                lines = lines[header:]
                if header > 1 and (rows := _flat_rows(lines, self._kinds)):
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
        elif organisation := _organisation_label(line, following):
            self._party = self._role = self._group = ""
            self._organisation = organisation
            self.labels.append(line)
        elif not self._roles_below and _heads_group(line, following):
            self._group, self._role, self._organisation = line.text.rstrip(": "), "", ""
            self.labels.append(line)
        elif row := self._row(line):
            self._add(line, row)
        elif _is_prose(line):
            self.prose.append(line)
            self._add(line, names_in_sentences(line.text), text="")
        elif _is_reach(line.text):
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


def _header_length(lines: Sequence[Line]) -> int:
    """How many lines from the first are header cells, one cell a line or all on one."""
    length = 0
    while length < len(lines) and not lines[length].bullet and column_kinds(lines[length].text):
        length += 1
        if len(column_kinds(lines[length - 1].text)) > 1:
            break
    return length


def _flat_rows(lines: Sequence[Line], kinds: Sequence[str]) -> list[Sequence[Line]]:
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


def _ends_with_office(lines: Sequence[Line]) -> bool:
    """Cards have the office below the name, so that their list ends with one; a label has people below it."""
    texts = [line.text for line in lines if not _is_reach(line.text)]
    return bool(texts) and is_office(texts[-1])


def _heads_group(line: Line, following: Sequence[Line]) -> bool:
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


def _organisation_label(line: Line, following: Sequence[Line]) -> str:
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


def _is_reach(text: str) -> bool:
    """Nothing but a telephone number or an address, perhaps with a label before it."""
    entry = read_entry(text)
    left = signs.PHONE.sub("", signs.EMAIL.sub("", text))
    return bool(entry.email or entry.phone) and not entry.seat and len(left.split()) <= 2


def _is_prose(line: Line) -> bool:
    if "\t" in line.text or sum(entry.seat for entry in read_entries(line.text)) > 1:
        return False
    return (
        len(line.text) > _LONGEST
        or line.text.endswith((":", "!", "?"))
        or (len(line.words) >= 4 and signs.has_verb(line.text))
        or (line.text.endswith(".") and (len(line.words) >= 6 or signs.has_verb(line.text)))
    )
