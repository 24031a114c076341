"""What a line with a date adds to the rows, with the labels, weekdays and tiles that stood above it."""

from dataclasses import replace

from . import changes
from .date_lines import drafts_of
from .drafts import Draft
from .labels import Fields, split_fields
from .lines import Line, read_line
from .scanner import plain
from .state import VALUES, State, labelled_place, value_of
from .tokens import Kind


def take_dates(state: State, raw: str, line: Line, fields: Fields) -> None:
    """Adds the line's rows, meetings and refusals."""
    if state.weekday:
        above, state.weekday = state.weekday, ""
        with_weekday = f"{plain(above).strip()} {line.text}"
        line = read_line(with_weekday, state.section.month, labelled_time=fields.timed)
        raw = f"{above.strip()}\n{raw}"
    previous = next((draft for draft in reversed(state.drafts) if not draft.refused), None)
    found = drafts_of(raw, line, fields, state.section, previous)
    meetings = [draft for draft in found if not draft.refused]
    for draft in meetings:
        draft.bare = all(token.kind is Kind.NUMBER for token in line.tokens)
    _remark_moved(state, line, meetings)
    _absorb_tile(state, meetings)
    state.drafts += found
    if meetings:
        state.open, state.below, state.bulleted = meetings, [], bool(line.bullet)
        _use_labels(state, fields)


def take_tile(state: State, raw: str, line: Line) -> None:
    """A day on one line and its month on the next."""
    day, state.lone_day = state.lone_day, ""
    joined = f"{plain(day).strip(' *')} {line.text}"
    whole = read_line(joined)
    if not whole.dates:
        state.refuse(f"{day}\n{raw}", "unread_date")
        return
    take_dates(state, f"{day}\n{raw}", whole, split_fields(joined))
    for draft in state.open:
        draft.bare = True


def _remark_moved(state: State, line: Line, meetings: list[Draft]) -> None:
    """A line "flyttat till ..." puts the row above it in doubt."""
    if meetings and meetings[0].has("moved") and changes.MOVED_TO.match(line.text.lstrip("( ")):
        for draft in state.open:
            draft.add("moved_below")


def _absorb_tile(state: State, meetings: list[Draft]) -> None:
    """A calendar tile ("dec", "12") above the same date in full is no meeting of its own."""
    last = state.drafts[-1] if state.drafts else None
    if not (last and meetings and last.bare and last.start_date and not last.refused):
        return
    full = meetings[0].start_date
    if full and (full.month, full.day) == (last.start_date.month, last.start_date.day):
        state.drafts.pop()
        meetings[0].lines = [*last.lines, *meetings[0].lines]


def _use_labels(state: State, fields: Fields) -> None:
    """Gives the new rows the labels of their line, those above it, and the usual place."""
    for name in VALUES:
        value = value_of(fields, name)
        if value is not None:
            state.fill(name, value)
    _use_pending_time(state, fields)
    for name, waiting in state.pending.items():
        if not (state.open[0].location if name == "place" else state.open[0].theme):
            state.fill(name, waiting)
        if name == "place" and not fields.first:
            state.section.usual = replace(state.section.usual, location=labelled_place(waiting)[0])
    state.pending, state.pending_time, state.lone_time = {}, None, ""
    usual = state.section.usual
    if not any(draft.location for draft in state.open) and usual.heading == state.section.heading:
        for draft in state.open:
            draft.location = usual.location
    at = state.columns.index("date") + 1 if "date" in state.columns else len(state.columns)
    state.expected = [field for field in state.columns[at:] if not (field == "time" and state.open[0].own_time)]


def _use_pending_time(state: State, fields: Fields) -> None:
    """A time above the date holds for this row in a block of labels, and for all rows above a plain list."""
    times, section = state.pending_time, state.section
    if times is None or times.first is None or any(draft.own_time for draft in state.open):
        return
    if "backward_times" in times.remarks:
        for draft in state.open:
            draft.add("backward_times")
        return
    for draft in state.open:
        draft.start_time, draft.end_time = times.first, times.last
    if not fields.first:
        section.usual = replace(section.usual, start=times.first, end=times.last, heading=section.heading)
