"""What a line without a date adds: a time or a place to the rows above it, a heading, or a refusal."""

import re
from collections.abc import Sequence
from datetime import date

from ..lines import changes, non_meetings
from ..lines.labels import Fields
from ..lines.line import Line, read_line
from ..lines.places import find_where
from ..lines.residue import split_pieces
from ..tokens.mentions import TimeMention
from ..tokens.token import Kind
from .dated import take_dates
from .drafts import Draft
from .headings import is_meeting_list
from .label_lines import is_value
from .lead_lines import take_lead
from .state import VALUES, State, append_line, best_time, value_of
from .word_lines import cancel_above, take_words

_ONLY_NUMBERS = {Kind.NUMBER, Kind.COMMA, Kind.AND, Kind.MARK, Kind.DASH, Kind.CELL, Kind.YEAR}
_FRAGMENT = {Kind.WEEKDAY, Kind.DEN, Kind.NUMBER, Kind.COMMA, Kind.AND, Kind.MARK}


def take_labels(state: State, raw: str, line: Line, fields: Fields) -> None:
    """Labels below a date fill its rows; others wait for the date below them."""
    times = best_time(line)
    replaced = _timed_by_group(state)
    takers = state.give_time(times, raw) if times else []
    if takers:
        parted = state.above.gap and state.above.parted
        _doubt_replaced(state, takers if parted else replaced, raw)
    elif times and not _dated_by_heading(state, raw, times):
        state.waiting.raws["time"] = raw.strip()
        state.waiting.time = times
        state.note_clock(line, raw)
    if state.above.rows and changes.cancellation(line.text) == "cancelled":
        cancel_above(state, raw)
    for name in VALUES:
        value = value_of(fields, name)
        if value is None and name == "place" and times:  # "Tid och plats: kl 9-11, GR"
            value = find_where(split_pieces(line.without_times())).location
        if value is None or not value.strip():
            continue
        if any(not (draft.location if name == "place" else draft.theme) for draft in state.above.rows):
            state.fill(name, value)
            append_line(state.above.rows, raw)
            if name == "place" and state.above.gap and state.above.parted:
                _doubt_replaced(state, state.above.rows, raw)
        elif name == "place" and state.above.rows and not state.above.gap and state.above.rows[0].lent_place:
            state.fill(name, value)
            append_line(state.above.rows, raw)
            _doubt_replaced(state, state.above.rows, raw)
        else:
            state.waiting.labels[name], state.waiting.raws[name] = value, raw.strip()
    if not line.mentions and fields.first in ("date", "time") and re.search(r"\d", line.text):
        state.refuse(raw, "unread_date")
    if fields.first in VALUES and not (fields.place or fields.theme or "").strip():
        state.table.expected = [fields.first]


def take_expected(state: State, raw: str, line: Line) -> bool:
    """The value of a label or a column on a line of its own. False if none was expected."""
    while state.table.expected:
        field = state.table.expected.pop(0)
        times = best_time(line)
        if field in VALUES and not is_value(line, field):
            for draft in state.above.rows if field == "place" else ():
                draft.add("place_missing")
            return False
        if field in ("time", "date") and times and is_value(line, field):
            if not state.give_time(times, raw):
                state.waiting.time = times
            return True
        if field in ("place", "theme"):
            if state.above.rows:
                state.fill("place" if field == "place" else "theme", line.text)
                append_line(state.above.rows, raw)
            else:
                state.waiting.labels["place" if field == "place" else "theme"] = line.text
            return True
    return False


def take_other(state: State, raw: str, line: Line) -> bool:
    """Any other line, by what it is made of. True if it was a heading."""
    kinds = {token.kind for token in line.tokens}
    listed = Kind.AND in kinds or _are_days(line)
    days = listed and Kind.NUMBER in kinds and not state.section.table  # "3, 10 och 17"
    if kinds <= _FRAGMENT and (kinds & {Kind.WEEKDAY, Kind.DEN} or days):
        state.waiting.weekday = raw
        return True
    if not (Kind.WEEK in kinds and Kind.WEEKDAY in kinds and line.times) and take_lead(state, raw, line):
        return True
    if Kind.WEEK in kinds and (Kind.WEEKDAY in kinds or not line.times):
        _take_week(state, raw, line)
    elif line.times:
        _take_time(state, raw, line)
    elif Kind.NUMBER in kinds and kinds <= _ONLY_NUMBERS:
        _take_number(state, raw, line)
    elif state.section.table and re.search(r"\d", line.text):
        state.refuse(raw, "table_cell")
    elif Kind.MONTH in kinds and Kind.NUMBER in kinds:
        state.refuse(raw, "unread_date")
    elif Kind.MONTH in kinds and len(line.tokens) <= 8 and _names_month(state, line):
        state.refuse(raw, "only_month")
    else:
        return take_words(state, raw, line)
    return False


def _are_days(line: Line) -> bool:
    """Whether the line is days in order with commas between: "7, 14"."""
    days = [token.value[0] for token in line.tokens if token.kind is Kind.NUMBER]
    commas = sum(token.kind is Kind.COMMA for token in line.tokens)
    return len(days) == commas + 1 > 1 and days == sorted(set(days)) and days[-1] <= 31


def _take_time(state: State, raw: str, line: Line) -> None:
    """A time below a date, above a list of dates, or alone."""
    times = best_time(line)
    if times is None:
        return
    if state.above.worded and not state.above.gap and not any(draft.own_time for draft in state.above.worded):
        _reopen(state)
    if _is_other_time(state, raw, line):
        return
    replaced = _timed_by_group(state)
    if takers := state.give_time(times, raw):
        _doubt_replaced(state, replaced, raw)
        where = find_where(split_pieces(line.without_times()))
        for draft in takers:
            draft.location = draft.location or where.location
            draft.theme = draft.theme or where.theme
            if where.theme:
                draft.add("lines_below", ink=raw.strip())
        if where.theme or where.location:
            state.section.unread_clock = raw.strip()
        _doubt_earlier(state, raw)
    elif _dated_by_heading(state, raw, times):
        return
    elif not state.above.rows and not any(token.kind is Kind.WORD for token in line.unread):
        state.settle_lone_lines()
        state.waiting.time, state.waiting.lone_time = times, raw
        state.waiting.raws["time"] = raw.strip()
        state.note_clock(line, raw)
    else:
        state.refuse(raw, "only_time")
        state.section.unread_clock = raw.strip()


def _timed_by_group(state: State) -> list[Draft]:
    return [draft for draft in state.above.rows if draft.start_time and not draft.own_time]


def _doubt_replaced(state: State, replaced: Sequence[Draft], raw: str) -> None:
    """The line has given the rows another time than their group has: it may head the rows below instead."""
    for draft in replaced:
        draft.add("group_unclear", ink=raw.strip())
    if replaced:
        state.section.group_unclear = raw.strip()


def _is_other_time(state: State, raw: str, line: Line) -> bool:
    """Whether the line below a date tells of lunch, coffee or a bus: no start of the meeting."""
    lead = line.text[: line.times[0].start]
    if not state.above.rows or not non_meetings.OTHER_TIME.search(lead):
        return False
    if state.above.gap:
        state.refuse(raw, "only_time")
        return True
    for draft in state.above.rows:
        if not draft.own_time:
            draft.add("lines_below", ink=raw.strip())
    append_line(state.above.rows, raw)
    return True


def _doubt_earlier(state: State, raw: str) -> None:
    """Rows above the last one that have no time: the line may be about them too."""
    for draft in state.drafts[state.group_start :]:
        if not draft.refused and draft.start_time is None:
            draft.add("group_unclear", ink=raw.strip())


def _reopen(state: State) -> None:
    """A calendar tile: date, name and time on lines of their own."""
    state.above.rows, state.above.worded = state.above.worded, []
    for draft in state.above.rows:
        draft.theme = draft.theme or draft.below.strip()
        draft.lines.append(draft.below)
        draft.add("lines_below", ink=draft.below.strip())
        draft.below = ""


def _dated_by_heading(state: State, raw: str, times: TimeMention) -> bool:
    """A line with a time alone, under a heading that holds the date."""
    day = state.section.the_date
    if day is None or state.drafts or "backward_times" in times.remarks or times.first is None:
        return False
    draft = Draft([raw], day, day, times.first, times.last, own_time=True)
    draft.add("date_from_heading")
    for code in times.remarks:
        draft.add(code)
    state.drafts.append(draft)
    state.above.rows = [draft]
    return True


def _take_week(state: State, raw: str, line: Line) -> None:
    """A week number: with a weekday and a known year it is a date, else it is refused."""
    weeks = [token for token in line.tokens if token.kind is Kind.WEEK]
    weekdays = [token for token in line.tokens if token.kind is Kind.WEEKDAY]
    frame = state.section.frame
    year = next((token.value[0] for token in line.tokens if token.kind is Kind.YEAR), frame.year)
    day = None
    if len(weeks) == len(weekdays) == 1 and year and frame.term not in ("school", "turn"):
        day = _day_of_week(year, weeks[0].value[0], weekdays[0].value[0])
    if day is None:
        state.refuse(raw, "only_week")
        return
    first, last = sorted((weeks[0], weekdays[0]), key=lambda token: token.start)
    text = f"{line.text[: first.start]}{day.isoformat()}{line.text[first.end : last.start]} {line.text[last.end :]}"
    dated = read_line(text)
    before = len(state.drafts)
    take_dates(state, raw, dated, Fields(text))
    for draft in state.drafts[before:]:
        draft.weekday = day.weekday()
        draft.add("week_day_counted")


def _day_of_week(year: int, week: int, weekday: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, weekday + 1)
    except ValueError:
        return None


def _take_number(state: State, raw: str, line: Line) -> None:
    numbers = [token.value[0] for token in line.tokens if token.kind is Kind.NUMBER]
    if len(numbers) == 1 and 1 <= numbers[0] <= 31 and not state.section.table:
        state.waiting.lone_day = raw
    else:
        state.refuse(raw, "table_cell" if state.section.table else "lone_number")


def _names_month(state: State, line: Line) -> bool:
    """Whether the line means a month, and not a person called Maj or Jan."""
    month = next(token for token in line.tokens if token.kind is Kind.MONTH)
    small = line.text[month.start].islower()
    return state.section.meetings and (small or len(line.tokens) > 3 or is_meeting_list(line.text))
