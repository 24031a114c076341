"""Headings and lead sentences: lines that hold for the rows below them, and at times for those above."""

from ..lines.line import Line
from ..tokens.token import Kind
from .drafts import Draft
from .headings import (
    frame_of_heading,
    is_meeting_list,
    month_heading,
    speaks_of_all,
    speaks_of_every,
    speaks_of_some,
    usual_of,
)
from .resolve import use_usual
from .section import take_heading
from .state import State


def take_lead(state: State, raw: str, line: Line) -> bool:
    """Lets a heading or a lead sentence change what holds. False if the line is neither."""
    of_all = speaks_of_all(line.text)
    if line.times and (state.above.rows or state.above.worded) and not of_all and not is_meeting_list(line.text):
        return False  # a time below a date
    every = speaks_of_every(line.text)
    said = usual_of(line, 0, sure=bool(frame_of_heading(line)))
    fresh = len(state.drafts) == state.headed  # a heading right above may say that the meetings are cancelled
    heads = bool(frame_of_heading(line) or said) and not month_heading(line)
    parts = heads and not every and [token.kind for token in line.tokens] != [Kind.YEAR]
    cancels = state.section.cancelled and (fresh or not parts)
    if parts:
        state.begin_group(line.text, speaks=bool(said))
        state.note_clock(line, raw)
    had_time, had_place = state.section.usual.start, state.section.usual.location
    adjacent = bool(state.above.rows) and not state.above.gap
    if not take_heading(state.section, line):
        return False
    if not state.drafts and of_all and not speaks_of_some(line.text):
        state.section.general = state.section.usual
    if state.section.usual.start and not had_time and of_all:
        _apply_late(state)
    if state.section.usual.location and not had_place and of_all:
        _place_late(state, every=every)
    if adjacent and [token.kind for token in line.tokens] == [Kind.YEAR]:
        guessed = [draft for draft in state.above.rows if draft.has("year_guessed")]
        _correct_year(guessed, line.tokens[0].value[0], raw)
    if not month_heading(line):
        state.section.cancelled, state.section.group_unclear = cancels, ""
        state.group_start = len(state.drafts)
    return True


def _apply_late(state: State) -> None:
    """A lead sentence that stands after its list."""
    for draft in state.drafts:
        if draft.refused or draft.own_time or draft.heading != state.section.heading or draft.start_time:
            continue
        use_usual(draft, state.section)
        if draft.start_time:
            draft.add("time_below")


def _place_late(state: State, *, every: bool) -> None:
    """A lead sentence with a place that stands after its list."""
    for draft in state.drafts:
        here = draft.heading == state.section.heading or every
        if not draft.refused and not draft.location and here:
            draft.location = state.section.usual.location
            draft.add("place_below")


def _correct_year(drafts: list[Draft], year: int, raw: str) -> None:
    """The year of a calendar tile, on the line below its day and month."""
    for draft in drafts:
        if draft.start_date is None or draft.end_date is None:
            continue
        try:
            turns = draft.end_date.year - draft.start_date.year
            draft.start_date = draft.start_date.replace(year=year)
            draft.end_date = draft.end_date.replace(year=year + turns)
        except ValueError:
            draft.refuse("no_such_date")
        draft.drop("year_guessed")
        draft.lines.append(raw)
