"""The reading of one line after another: what a line adds to the rows, or to the state for the lines below."""

import re
from dataclasses import replace
from datetime import date
from typing import Literal

from . import cues
from .date_lines import drafts_of
from .drafts import Draft, refused_row
from .headings import is_meeting_list, month_heading, speaks_of_all
from .labels import Field, Fields, columns_of, fields_of_cells, header_field, split_fields
from .lines import Line, read_line
from .mentions import TimeMention
from .places import find_where, is_place, tidy_place
from .residue import split_pieces
from .resolve import remember_year, use_usual
from .scanner import plain
from .section import Section, take_heading
from .tokens import Kind

MAX_LINE = 1_000
_Value = Literal["place", "theme"]


class Flow:
    """Takes lines in order. `drafts` are the rows so far; `open` those of the last date line, which lines below fill."""

    def __init__(self, section: Section) -> None:
        self.section = section
        self.drafts: list[Draft] = []
        self.open: list[Draft] = []
        self.pending: dict[str, str] = {}
        self.pending_time: TimeMention | None = None
        self.lone_time: str = ""  # the raw line of a pending time without a label
        self.weekday: str = ""
        self.lone_day: str = ""
        self.expected: list[Field] = []
        self.columns: list[Field] = []
        self.table: list[Field] = []  # the columns of a table with its cells beside each other
        self.gap = True
        self.bulleted = False
        self.below: list[Draft] = []  # rows with a line of words right below them, which a time may follow

    def take(self, raw: str) -> None:
        """One line as pasted."""
        text = plain(raw)
        if not text.strip():
            self.gap = True
            return
        if len(text) > MAX_LINE:
            if re.search(r"\d", text):
                self.drafts.append(refused_row([raw], "too_long_line"))
            return
        if not self._table_head(text):
            self._read(raw, text)
        self.gap = False

    def close(self) -> None:
        """The end of the text."""
        self._lone_day_alone()
        self._unused_time()
        _themes_below(self.drafts)

    def _table_head(self, text: str) -> bool:
        """A table's head on one line, or one label of a head that a copy has put on lines of their own."""
        if head := columns_of(text):
            self.columns, self.table = [], head
            return True
        field = header_field(text)
        if not field:
            return False
        if text.rstrip().endswith(":"):
            self.expected = [field]
        elif field in ("date", "time", "place", "theme"):
            self.columns = [*self.columns, field] if not self.expected or self.columns else [field]
        return True

    def _read(self, raw: str, text: str) -> None:
        fields = fields_of_cells(text, self.table) or split_fields(text)
        expects_time = bool(self.expected) and self.expected[0] in ("time", "date")
        line = read_line(fields.body, self.section.month, labelled_time=fields.timed or expects_time)
        self.section.footnotes = self.section.footnotes or line.footnotes
        if self.lone_day and not line.dates and month_heading(line):
            self._tile(raw, line)
            return
        self._lone_day_alone()
        if line.dates:
            self._date_line(raw, line, fields)
        elif fields.first or fields.place is not None or fields.theme is not None:
            self._label_line(raw, line, fields)
        elif not self._expected_value(raw, line):
            self._other_line(raw, line)

    # Lines with dates

    def _date_line(self, raw: str, line: Line, fields: Fields) -> None:
        if self.weekday:
            weekday, self.weekday = self.weekday, ""
            line = read_line(f"{plain(weekday).strip()} {line.text}", self.section.month, labelled_time=fields.timed)
            raw = f"{weekday.strip()}\n{raw}"
        previous = next((draft for draft in reversed(self.drafts) if not draft.refused), None)
        found = drafts_of(raw, line, fields, self.section, previous)
        meetings = [draft for draft in found if not draft.refused]
        if meetings and meetings[0].has("moved") and self.open and cues.MOVED_TO.match(line.text.lstrip("( ")):
            for draft in self.open:
                draft.add("moved_below")
        for draft in meetings:
            draft.bare = all(token.kind is Kind.NUMBER for token in line.tokens)
        self._absorb_tile(meetings)
        self.drafts += found
        if not meetings:
            return
        self.open, self.bulleted = meetings, bool(line.bullet)
        for name, value in (("place", fields.place), ("theme", fields.theme)):
            if value is not None:
                self._fill(name, value)  # type: ignore[arg-type]
        self._use_pending(fields)
        at = self.columns.index("date") + 1 if "date" in self.columns else len(self.columns)
        self.expected = [field for field in self.columns[at:] if not (field == "time" and meetings[0].own_time)]

    def _absorb_tile(self, meetings: list[Draft]) -> None:
        """A calendar tile ("dec", "12") above the same date in full is no meeting of its own."""
        last = self.drafts[-1] if self.drafts else None
        if not (last and meetings and last.bare and last.start_date and not last.refused):
            return
        full = meetings[0].start_date
        if full and (full.month, full.day) == (last.start_date.month, last.start_date.day):
            self.drafts.pop()
            meetings[0].lines = [*last.lines, *meetings[0].lines]

    def _tile(self, raw: str, line: Line) -> None:
        """A day on one line and its month on the next."""
        day, self.lone_day = self.lone_day, ""
        joined = f"{plain(day).strip(' *')} {line.text}"
        self._date_line(f"{day}\n{raw}", read_line(joined), split_fields(joined))
        for draft in self.open:
            draft.bare = True

    def _lone_day_alone(self) -> None:
        if self.lone_day:
            code = "table_cell" if self.section.table else "lone_number"
            self.drafts.append(refused_row([self.lone_day], code))
            self.lone_day = ""

    # Labels

    def _label_line(self, raw: str, line: Line, fields: Fields) -> None:
        times = _best_time(line)
        if times and not self._give_time(times, raw):
            if self._dated_by_heading(raw, times):
                pass
            else:
                self.pending_time = times
        for name, value in (("place", fields.place), ("theme", fields.theme)):
            if value is None or not value.strip():
                continue
            empty = [draft for draft in self.open if not getattr(draft, "location" if name == "place" else "theme")]
            if empty:
                self._fill(name, value)  # type: ignore[arg-type]
                _append(self.open, raw)
            else:
                self.pending[name] = value
        if line.mentions == () and fields.first in ("date", "time") and re.search(r"\d", line.text):
            self.drafts.append(refused_row([raw], "unread_date"))
        if fields.first in ("place", "theme") and not (fields.place or fields.theme or "").strip():
            self.expected = [fields.first]

    def _fill(self, name: _Value, value: str) -> None:
        for draft in self.open:
            if name == "place":
                place, codes = _labelled_place(value)
                draft.location = place or draft.location
                for code in codes:
                    draft.add(code)
            else:
                draft.theme = value.strip(" .,;") if not draft.theme else f"{value.strip(' .,;')}, {draft.theme}"

    def _give_time(self, times: TimeMention, raw: str) -> bool:
        """Gives the times to the open rows that have none of their own."""
        takers = [draft for draft in self.open if not draft.own_time]
        for draft in takers:
            draft.own_time = True
            draft.drop("part_of_day")
            for code in times.remarks:
                draft.add(code)
            if "backward_times" not in times.remarks:
                draft.start_time, draft.end_time = times.first, times.last
        _append(takers, raw)
        return bool(takers)

    def _use_pending(self, fields: Fields) -> None:
        """Labels above the date: for this row in a block of labels, for all rows above a plain list."""
        if self.pending_time and not any(draft.own_time for draft in self.open):
            times = self.pending_time
            for draft in self.open:
                draft.start_time, draft.end_time = times.first, times.last
            if not fields.first and times.first:
                self.section.usual = replace(self.section.usual, start=times.first, end=times.last, heading=self.section.heading)
        for name, value in self.pending.items():
            if not (self.open[0].location if name == "place" else self.open[0].theme):
                self._fill(name, value)  # type: ignore[arg-type]
            if name == "place" and not fields.first:
                self.section.usual = replace(self.section.usual, location=_labelled_place(value)[0])
        usual = self.section.usual
        if not any(draft.location for draft in self.open) and usual.location and usual.heading == self.section.heading:
            for draft in self.open:
                draft.location = self.section.usual.location
        self.pending, self.pending_time, self.lone_time = {}, None, ""

    def _dated_by_heading(self, raw: str, times: TimeMention) -> bool:
        """A line with a time alone, under a heading that holds the date."""
        day = self.section.the_date
        if day is None or self.drafts or "backward_times" in times.remarks or times.first is None:
            return False
        draft = Draft([raw], day, day, times.first, times.last, own_time=True)
        draft.add("date_from_heading")
        for code in times.remarks:
            draft.add(code)
        self.drafts.append(draft)
        self.open = [draft]
        return True

    # Lines without dates and labels

    def _expected_value(self, raw: str, line: Line) -> bool:
        """The value of a label or column on a line of its own."""
        if not self.expected:
            return False
        field = self.expected.pop(0)
        if field in ("time", "date"):
            times = _best_time(line)
            if times is None:
                return self._expected_value(raw, line)
            if not self._give_time(times, raw):
                self.pending_time = times
        elif field in ("place", "theme"):
            if self.open:
                self._fill(field, line.text)
                _append(self.open, raw)
            else:
                self.pending[field] = line.text
        return True

    def _other_line(self, raw: str, line: Line) -> None:
        kinds = {token.kind for token in line.tokens}
        if kinds <= {Kind.WEEKDAY, Kind.COMMA, Kind.MARK} and Kind.WEEKDAY in kinds:
            self.weekday = raw
        elif self._usual_or_heading(raw, line):
            pass
        elif line.times:
            self._time_line(raw, line)
        elif Kind.WEEK in kinds:
            self._week_line(raw, line)
        elif kinds <= {Kind.NUMBER, Kind.COMMA, Kind.AND, Kind.MARK, Kind.DASH, Kind.CELL, Kind.YEAR} and Kind.NUMBER in kinds:
            self._number_line(raw, line)
        elif self.section.table and re.search(r"\d", line.text):
            self.drafts.append(refused_row([raw], "table_cell"))
        elif Kind.MONTH in kinds and Kind.NUMBER in kinds:
            self.drafts.append(refused_row([raw], "unread_date"))
        elif Kind.MONTH in kinds and len(line.tokens) <= 8 and self._names_month(line):
            self.drafts.append(refused_row([raw], "only_month"))
        else:
            self._words(raw, line)

    def _usual_or_heading(self, raw: str, line: Line) -> bool:
        time_alone = bool(line.times) and (self.open or self.below) and not speaks_of_all(line.text) and not is_meeting_list(line.text)
        if time_alone:
            return False
        had_time, adjacent = self.section.usual.start, self.open and not self.gap
        guessed = [draft for draft in self.open if draft.has("year_guessed")]
        if not take_heading(self.section, line):
            return False
        usual = self.section.usual
        if usual.start and not had_time and speaks_of_all(line.text):
            self._apply_late()
        only_year = [token.kind for token in line.tokens] == [Kind.YEAR]
        if only_year and adjacent and guessed:
            _correct_year(guessed, line.tokens[0].value[0], raw)
        if not month_heading(line):
            self.weekday = ""
        return True

    def _apply_late(self) -> None:
        """A lead sentence that stands after its list."""
        for draft in self.drafts:
            if draft.refused or draft.own_time or draft.heading != self.section.heading or draft.start_time:
                continue
            use_usual(draft, self.section)
            draft.location = draft.location or self.section.usual.location
            if draft.start_time:
                draft.add("time_below")

    def _time_line(self, raw: str, line: Line) -> None:
        times = _best_time(line)
        if times is None:
            return
        if self.below and not self.gap and not any(draft.own_time for draft in self.below):
            self._reopen()
        takers = [draft for draft in self.open if not draft.own_time]
        if takers and self._give_time(times, raw):
            ink = line.text
            for mention in reversed(line.times):
                ink = f"{ink[: mention.start]}\n{ink[mention.end :]}"
            where = find_where(split_pieces(ink))
            for draft in takers:
                draft.location = draft.location or where.location
                draft.theme = draft.theme or where.theme
        elif self._dated_by_heading(raw, times):
            return
        elif not self.open and not any(token.kind is Kind.WORD for token in line.unread):
            self._unused_time()
            self.pending_time, self.lone_time = times, raw
        else:
            self.drafts.append(refused_row([raw], "only_time"))

    def _unused_time(self) -> None:
        """Refuses a time that stood alone above, when no date has come below it."""
        if self.lone_time:
            self.drafts.append(refused_row([self.lone_time], "only_time"))
            self.lone_time, self.pending_time = "", None

    def _reopen(self) -> None:
        """A calendar tile: date, name and time on lines of their own."""
        self.open, self.below = self.below, []
        for draft in self.open:
            draft.theme = draft.theme or draft.below.strip()
            draft.lines.append(draft.below)
            draft.add("lines_below", ink=draft.below.strip())
            draft.below = ""

    def _week_line(self, raw: str, line: Line) -> None:
        weeks = [token.value[0] for token in line.tokens if token.kind is Kind.WEEK]
        weekdays = [token.value[0] for token in line.tokens if token.kind is Kind.WEEKDAY]
        year = self.section.frame.year
        stated = [token.value[0] for token in line.tokens if token.kind is Kind.YEAR]
        year = stated[0] if stated else year
        if len(weeks) == len(weekdays) == 1 and year and self.section.frame.term not in ("school", "turn"):
            try:
                day = date.fromisocalendar(year, weeks[0], weekdays[0] + 1)
            except ValueError:
                day = None
            if day:
                self._counted(raw, day)
                return
        self.drafts.append(refused_row([raw], "only_week"))

    def _counted(self, raw: str, day: date) -> None:
        draft = Draft([raw], day, day, heading=self.section.heading, weekday=day.weekday())
        draft.add("week_day_counted")
        remember_year(self.section, day)
        self.drafts.append(draft)
        self.open = [draft]

    def _number_line(self, raw: str, line: Line) -> None:
        numbers = [token.value[0] for token in line.tokens if token.kind is Kind.NUMBER]
        if len(numbers) == 1 and 1 <= numbers[0] <= 31 and not self.section.table:
            self.lone_day = raw
        else:
            self.drafts.append(refused_row([raw], "table_cell" if self.section.table else "lone_number"))

    def _names_month(self, line: Line) -> bool:
        """Whether the line means a month, and not a person called Maj or Jan."""
        months = [token for token in line.tokens if token.kind is Kind.MONTH]
        ink = line.text[months[0].start : months[0].end]
        return self.section.meetings and (ink[:1].islower() or len(line.tokens) > 3 or is_meeting_list(line.text))

    def _words(self, raw: str, line: Line) -> None:
        """Words alone: a place or a status below a date, or a heading."""
        takers = [draft for draft in self.open if not draft.location]
        if takers and not self.gap and is_place(line.text):
            for draft in takers:
                draft.location = tidy_place(line.text)[0]
            _append(takers, raw)
        elif self.open and not self.gap and cues.cancellation(line.text) == "cancelled" and len(line.tokens) <= 8:
            for draft in self.open:
                draft.status = "cancelled"
                draft.add("cancelled_below")
            _append(self.open, raw)
        elif re.search(r"\d", line.text) or len(line.text) > 80 or line.text.endswith("."):
            return
        else:
            below = bool(self.open) and not self.gap and not self.bulleted and not line.bullet
            for draft in self.open if below else ():
                draft.below = raw
            self.below = self.open if below else []
            if self.drafts and self.drafts[-1].heading == self.section.heading:
                self.section.heading += 1
            self.section.month = None
            self.open = []


def _best_time(line: Line) -> TimeMention | None:
    ranged = [mention for mention in line.times if mention.last]
    return ranged[0] if ranged else line.times[0] if line.times else None


def _labelled_place(value: str) -> tuple[str, tuple[str, ...]]:
    """A place after a label; the ways to meet read as elsewhere: "via Teams" is "Teams"."""
    where = find_where(split_pieces(value)) if re.match(r"\s*(?:via|på|i|hos|digital\w*|online|teams|zoom)\b", value, re.I) else None
    if where and where.location and not where.theme:
        return where.location, where.remarks
    return tidy_place(value)


def _append(drafts: list[Draft], raw: str) -> None:
    for draft in drafts:
        if draft.lines[-1] != raw:
            draft.lines.append(raw)


def _correct_year(drafts: list[Draft], year: int, raw: str) -> None:
    """The year of a calendar tile, on the line below its day and month."""
    for draft in drafts:
        if draft.start_date and draft.end_date:
            try:
                shift = year - draft.start_date.year
                draft.start_date = draft.start_date.replace(year=year)
                draft.end_date = draft.end_date.replace(year=draft.end_date.year + shift)
            except ValueError:
                draft.add("no_such_date")
            draft.drop("year_guessed")
            draft.lines.append(raw)


def _themes_below(drafts: list[Draft]) -> None:
    """Words on a line below each date are its theme, when most dates have such a line."""
    meetings = [draft for draft in drafts if not draft.refused]
    below = [draft for draft in meetings if draft.below]
    if len(below) < 2 or len(below) * 2 <= len(meetings):
        return
    for draft in below:
        draft.add("lines_below", ink=draft.below.strip())
        draft.theme = draft.theme or draft.below.strip()
