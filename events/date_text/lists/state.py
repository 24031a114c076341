"""What the reading of a text remembers between its lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from typing import Any, Literal

from ..lines.labels import Field, Fields
from ..lines.line import Line
from ..lines.place_names import tidy_place, whole_mode
from ..lines.places import find_where
from ..lines.residue import split_pieces
from ..lines.ways_to_meet import says_physical, way_to_meet
from ..tokens.mentions import TimeMention
from .drafts import Draft, refused_row
from .section import Section, end_group

Value = Literal["place", "theme"]
VALUES: tuple[Value, ...] = ("place", "theme")
_WAY_TO_MEET = re.compile(r"\s*(?:via|på|i|hos|digital\w*|online|(?:microsoft |ms )?teams|zoom)\b", re.IGNORECASE)


@dataclass(slots=True)
class Above:
    """The rows that a line may still add to. `rows` are those of the last line with a date."""

    rows: list[Draft] = field(default_factory=list)
    worded: list[Draft] = field(default_factory=list)  # rows with a line of words below them, which a time may follow
    gap: bool = True  # the line before was empty
    parted: bool = False  # a line that said nothing stands below the rows
    bulleted: bool = False  # the line of the rows had a bullet


@dataclass(slots=True)
class Waiting:
    """What has been read and waits for its date: values of labels and raw lines."""

    labels: dict[Value, str] = field(default_factory=dict)
    raws: dict[str, str] = field(default_factory=dict)  # the lines of the place and the time that wait
    time: TimeMention | None = None
    lone_time: str = ""  # the line of a time without a label
    lone_day: str = ""  # the line of a number that waits for its month
    weekday: str = ""


@dataclass(slots=True)
class Table:
    """The head of a table, and what it says of the lines to come."""

    expected: list[Field] = field(default_factory=list)  # what the next lines hold, below a label or a table's date
    stacked: list[Field] = field(default_factory=list)  # the head, when the cells are below each other
    columns: list[Field] = field(default_factory=list)  # the head, when the cells are beside each other
    flattened: bool = False  # the head has lost its columns, so that nobody knows which cell is whose


@dataclass(frozen=True, slots=True)
class Clock:
    """The clocks that lines above rows have said, when there were so many `rows`."""

    rows: int = 0
    clocks: frozenset[tuple[time | None, time | None]] = frozenset()
    inks: Sequence[str] = ()


@dataclass(slots=True)
class State:
    """`drafts` are the rows so far."""

    section: Section
    group_start: int = 0  # the first row since the last heading
    headed: int = 0  # the number of rows when a heading last said something of those to come
    parted: int = 0  # the number of rows when a heading with a year, a term, a time or a place began a group
    given: dict[str, int] = field(default_factory=dict)  # by attribute: the first row since a line last gave it
    drafts: list[Draft] = field(default_factory=list)
    clock: Clock = Clock()
    above: Above = field(default_factory=Above)
    waiting: Waiting = field(default_factory=Waiting)
    table: Table = field(default_factory=Table)

    def refuse(self, raw: str, code: str) -> None:
        self.drafts.append(refused_row([raw], code))

    def fill(self, name: Value, value: str) -> None:
        """Gives the open rows the value of a label or a column."""
        for draft in self.above.rows:
            if name == "theme":
                words = value.strip(" .,;")
                draft.theme = f"{words}, {draft.theme}" if draft.theme else words
                continue
            place, codes = labelled_place(value)
            own = "" if draft.lent_place or draft.location == "Hybrid" else draft.location
            same_way = bool(whole_mode(place)) and all(map(whole_mode, own.split(" + ")))
            if place and own and own.lower() not in place.lower() and not same_way:
                draft.add("place_words", ink=own)
            draft.location, draft.lent_place = place or draft.location, False
            for code in codes:
                draft.add(code)

    def give_time(self, times: TimeMention, raw: str) -> list[Draft]:
        """Gives the times to the open rows that have none of their own; these rows."""
        takers = [draft for draft in self.above.rows if not draft.own_time]
        for draft in takers:
            draft.own_time = True
            draft.drop("part_of_day")
            for code in times.remarks:
                draft.add(code)
            if "backward_times" not in times.remarks:
                draft.start_time, draft.end_time = times.first, times.last
        append_line(takers, raw)
        return takers

    def begin_group(self, heading: str, *, speaks: bool = False, words: bool = False) -> None:
        """A heading: what an earlier one said of its own rows does not hold below it. `words`: it may be none."""
        self._settle_labels()
        self.parted = self.parted if words else len(self.drafts)
        section = self.section
        if len(self.drafts) > self.headed:
            end_group(section, speaks=speaks)
        if says_physical(heading) and way_to_meet(section.usual.location):
            section.usual = replace(section.usual, location="")
        self.headed = len(self.drafts)

    def hold(self, **values: Any) -> None:
        """Lets a time or a place above the rows hold for those to come; above all rows, for every group."""
        section = self.section
        section.usual = replace(section.usual, **values)
        if not any(draft not in self.above.rows for draft in self.drafts):
            section.general = replace(section.general, **values)

    def _settle_labels(self) -> None:
        """Labels that a heading follows hold for all rows: "Plats: GR", "Styrelsen (kl 9-11)"."""
        if place := self.waiting.labels.pop("place", ""):
            self.hold(location=labelled_place(place)[0], place_heading=self.section.heading)
        times = self.waiting.time
        if times and times.first and not self.waiting.lone_time and "backward_times" not in times.remarks:
            self.hold(start=times.first, end=times.last, heading=self.section.heading)
            self.waiting.time = None

    def note_clock(self, line: Line, raw: str) -> None:
        """Remembers a clock above rows; two different ones, with no row between, put the rows below in doubt."""
        clocks = {(mention.first, mention.last) for mention in line.times}
        above = self.clock if self.clock.rows == len(self.drafts) else Clock(len(self.drafts))
        inks = [*above.inks, raw.strip()] if clocks else above.inks
        self.clock = Clock(len(self.drafts), above.clocks | clocks, inks)
        self.section.two_clocks = " / ".join(inks) if len(self.clock.clocks) > 1 else ""

    def settle_weekday(self) -> None:
        """Refuses "tisdagen den 9" where no date with a month has followed."""
        if re.search(r"\d", self.waiting.weekday):
            self.refuse(self.waiting.weekday, "unread_date")
        self.waiting.weekday = ""

    def settle_lone_lines(self) -> None:
        """Refuses a number or a time that stood alone and found no date."""
        if self.waiting.lone_day:
            self.refuse(self.waiting.lone_day, "table_cell" if self.section.table else "lone_number")
        if self.waiting.lone_time:
            self.refuse(self.waiting.lone_time, "only_time")
            self.waiting.time = None
        self.waiting.lone_day = self.waiting.lone_time = ""


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


def doubt_waiting(state: State, drafts: Sequence[Draft]) -> None:
    """Warns on rows that lack a place or a time of which a label speaks that no row has taken: it may be theirs."""
    place, clock = state.waiting.raws.pop("place", ""), state.waiting.raws.pop("time", "")
    for draft in drafts:
        if not draft.refused and (ink := ("" if draft.location else place) or ("" if draft.start_time else clock)):
            draft.add("group_unclear", ink=ink)


def append_line(drafts: list[Draft], raw: str) -> None:
    """Adds a raw line to the text of the rows that it told something about."""
    for draft in drafts:
        if draft.lines[-1] != raw:
            draft.lines.append(raw)
