"""What the reading of a text remembers between its lines."""

import re
from dataclasses import dataclass, field
from typing import Literal

from .drafts import Draft, refused_row
from .labels import Field, Fields
from .lines import Line
from .mentions import TimeMention
from .places import find_where, tidy_place
from .residue import split_pieces
from .section import Section

Value = Literal["place", "theme"]
VALUES: tuple[Value, ...] = ("place", "theme")
_WAY_TO_MEET = re.compile(r"\s*(?:via|på|i|hos|digital\w*|online|teams|zoom)\b", re.IGNORECASE)


@dataclass(slots=True)
class State:
    """`drafts` are the rows so far, `open` those of the last line with a date, which lines below it may fill."""

    section: Section
    drafts: list[Draft] = field(default_factory=list)
    open: list[Draft] = field(default_factory=list)
    below: list[Draft] = field(default_factory=list)  # rows with a line of words below them, which a time may follow
    gap: bool = True  # the line before was empty
    bulleted: bool = False  # the open rows' line had a bullet
    pending: dict[Value, str] = field(default_factory=dict)  # labels that wait for the date below them
    pending_time: TimeMention | None = None
    lone_time: str = ""  # the raw line of a pending time without a label
    lone_day: str = ""  # the raw line of a number that waits for its month
    weekday: str = ""  # the raw line of a weekday that waits for its date
    expected: list[Field] = field(default_factory=list)  # what the next lines hold, below a label or a table's date
    columns: list[Field] = field(default_factory=list)  # the head of a table whose cells stand below each other
    table: list[Field] = field(default_factory=list)  # the head of a table whose cells stand beside each other

    def refuse(self, raw: str, code: str) -> None:
        self.drafts.append(refused_row([raw], code))

    def fill(self, name: Value, value: str) -> None:
        """Gives the open rows the value of a label or a column."""
        for draft in self.open:
            if name == "theme":
                words = value.strip(" .,;")
                draft.theme = f"{words}, {draft.theme}" if draft.theme else words
                continue
            place, codes = labelled_place(value)
            draft.location = place or draft.location
            for code in codes:
                draft.add(code)

    def give_time(self, times: TimeMention, raw: str) -> list[Draft]:
        """Gives the times to the open rows that have none of their own; these rows."""
        takers = [draft for draft in self.open if not draft.own_time]
        for draft in takers:
            draft.own_time = True
            draft.drop("part_of_day")
            for code in times.remarks:
                draft.add(code)
            if "backward_times" not in times.remarks:
                draft.start_time, draft.end_time = times.first, times.last
        append_line(takers, raw)
        return takers

    def settle_lone_lines(self) -> None:
        """Refuses a number or a time that stood alone and found no date."""
        if self.lone_day:
            self.refuse(self.lone_day, "table_cell" if self.section.table else "lone_number")
        if self.lone_time:
            self.refuse(self.lone_time, "only_time")
            self.pending_time = None
        self.lone_day = self.lone_time = ""


def value_of(fields: Fields, name: Value) -> str | None:
    return fields.place if name == "place" else fields.theme


def best_time(line: Line) -> TimeMention | None:
    """The first range of times on the line, or else its first time."""
    return next((mention for mention in line.times if mention.last), line.times[0] if line.times else None)


def labelled_place(value: str) -> tuple[str, tuple[str, ...]]:
    """(place, codes) of a place after a label; ways to meet read as elsewhere: "via Teams" is "Teams"."""
    if _WAY_TO_MEET.match(value):
        where = find_where(split_pieces(value))
        if where.location and not where.theme:
            return where.location, where.remarks
    return tidy_place(value)


def append_line(drafts: list[Draft], raw: str) -> None:
    """Adds a raw line to the text of the rows that it told something about."""
    for draft in drafts:
        if draft.lines[-1] != raw:
            draft.lines.append(raw)
