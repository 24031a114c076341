"""The columns of a table, and its rows with their cells in the order in which they are read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..lines import changes
from ..lines.labels import Field, fields_of_head
from ..lines.line import read_line
from .column_names import holds_no_meetings, is_plain, names_meeting, year_of

_WRITTEN: dict[Field, str] = {"date": "Datum", "last": "Slutdatum", "time": "Tid", "place": "Plats", "theme": "Tema"}
_OTHER = "Ansvarig"
_DITTO = re.compile(
    r"(?:-\s*)?(?:[\"”“″〃]{1,2}|''|,,)(?:\s*-)?|di(?:t)?to|d[:.]o\.?|samma(?: som ovan)?|som ovan|idem|↑",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Row:
    """A line of the table and its cells. `codes` are what filling them has made doubtful."""

    raw: str
    cells: list[str]
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """`dates` are the columns of meetings; `until` the column of the moment when they end, or -1."""

    names: Sequence[str]
    sign: str
    fields: Sequence[Field]
    dates: Sequence[int]
    until: int = -1

    @property
    def shared(self) -> list[int]:
        """The columns that every meeting of a row has."""
        gone = {*self.dates, self.until}
        return [at for at, field in enumerate(self.fields) if at not in gone and field not in ("skipped", "date")]

    @property
    def titled(self) -> bool:
        """Whether the names of the columns tell who meets."""
        return len(self.dates) > 1 and any(not is_plain(self.names[at]) for at in self.dates)

    @property
    def written(self) -> list[str]:
        """The head of the table as it is read."""
        return [
            "Datum",
            *(_WRITTEN.get(self.fields[at], _OTHER) for at in self.shared),
            *(["Tema"] if self.titled else []),
        ]


def columns_under(names: Sequence[str], sign: str, first: Sequence[str], dates: Sequence[int]) -> Columns | None:
    """The columns under a head, by its `first` row and those of its cells that are dates.

    None if there is no meeting among them, or if one may be something else than a meeting.
    """
    fields = list(fields_of_head(names))
    clocked = [bool(read_line(cell[:60]).times) for cell in first]
    spans = any(_starts(names[at]) for at in dates) and any(_ends(names[at]) for at in dates)
    bounds = {at for at in dates if spans and (_starts(names[at]) or _ends(names[at]))}
    found = [at for at in dates if at in bounds or not holds_no_meetings(names[at], clocked=clocked[at])]
    for at in range(len(fields)):
        if at in dates:
            fields[at] = "date" if at in found else "skipped"
        elif fields[at] in ("date", "last"):
            fields[at] = ""
    if not found:
        return None
    until = next((at for at in found[1:] if _ends(names[at])), -1)
    if until >= 0 and (len(found) > 2 or not _starts(names[found[0]])):
        return None
    meetings = [at for at in found if at != until]
    if len(meetings) > 1 and not all(names_meeting(names[at]) for at in meetings):
        return None
    return Columns(tuple(names), sign, tuple(fields), tuple(meetings), until)


def _starts(name: str) -> bool:
    return bool(re.fullmatch(r"(?:start|börja|från|begin|from|inled)\w*(?:[ -]?(?:datum|date|tid|time))?", name, re.I))


def _ends(name: str) -> bool:
    return bool(re.fullmatch(r"(?:slut|till|end|avslut|to|until)\w*(?:[ -]?(?:datum|date|tid|time))?", name, re.I))


def fill_down(columns: Columns, rows: Sequence[Row]) -> None:
    """Fills the cells of times and places that say "as above", by a sign or by being empty, with what is above."""
    for at in columns.shared:
        if columns.fields[at] not in ("time", "place"):
            continue
        spells = not any(one.cells[at] and one.cells[at] == two.cells[at] for one, two in pairwise(rows))
        above = ""
        for row in rows:
            cell = row.cells[at]
            empty = not cell and spells and bool(above) and not _stands_apart(columns, row.cells, at)
            if above and (empty or _DITTO.fullmatch(cell)):
                row.cells[at] = above
                row.codes = ("same_as_above",)
            elif cell:
                above = cell


def _stands_apart(columns: Columns, cells: Sequence[str], at: int) -> bool:
    """Whether an empty cell may be meant: the meeting is cancelled, or its date has its own clock."""
    ink = " ".join(cells)
    own = columns.fields[at] == "time" and any(read_line(cells[day]).times for day in columns.dates)
    return own or changes.cancellation(ink) == "cancelled"


def shifted_rows(columns: Columns, cells: Sequence[str]) -> Iterator[str]:
    """The row once for each of its meetings, in the order of the columns as they are written."""
    for at in columns.dates:
        if not cells[at]:
            continue
        cells = _with_clocks(columns, cells, at)
        rest = [cells[other] for other in columns.shared]
        name = columns.names[at]
        title = ["" if is_plain(name) else name] if columns.titled else []
        yield "\t".join([_moment(columns, cells, at), *rest, *title])


def _with_clocks(columns: Columns, cells: Sequence[str], at: int) -> Sequence[str]:
    """The cells with the clocks of a first and a last day, in columns of their own, beside those days."""
    times = [other for other in columns.shared if columns.fields[other] == "time"]
    last = cells[columns.until] if columns.until >= 0 else ""
    if len(times) != 2 or not last or last == cells[at]:
        return cells
    begin, end = times
    moved = {at: f"{cells[at]} {cells[begin]}", columns.until: f"{last} {cells[end]}", begin: "", end: ""}
    return [moved.get(column, cell).strip() for column, cell in enumerate(cells)]


def _moment(columns: Columns, cells: Sequence[str], at: int) -> str:
    """The cell of a date, with the year of its head, and until when the meeting lasts."""
    moment = cells[at]
    year = year_of(columns.names[at])
    if year and year not in moment:
        moment = f"{moment} {year}"
    last = cells[columns.until] if columns.until >= 0 else ""
    if not last or last == cells[at]:
        return moment
    first, end = read_line(cells[at]), read_line(last)
    if first.times and end.times and first.dates and end.dates and first.dates[0].spans == end.dates[0].spans:
        return f"{moment} - {last[end.times[0].start : end.times[0].end]}"
    return f"{moment} - {last}"
