"""What a line with a role (see `groups.py`) does to the rows above or below it."""

from dataclasses import replace

from ..lines.labels import Fields
from ..lines.line import Line
from ..lines.place_names import without_year
from ..lines.places import find_where
from ..lines.residue import split_pieces
from ..tokens.mentions import TimeMention
from .drafts import Draft
from .groups import Role
from .section import take_heading
from .state import State, append_line, best_time, labelled_place


def take_role(state: State, raw: str, line: Line, fields: Fields, role: Role) -> bool:
    """Gives the line's time, place or status to its rows, or lets it hold for those to come. False if it has none."""
    begin = max(state.group_start, state.given.get(role.attribute, 0))
    rows = [draft for draft in state.drafts[begin:] if not draft.refused]
    if role.direction != "down" and not rows:
        return False
    lacking = fields.first and role.direction == "down" and any(_lacks(draft, role) for draft in rows)
    if role.unsure or lacking:
        for draft in rows:
            draft.add("group_unclear", ink=raw.strip())
    place = (
        labelled_place(fields.place)[0]
        if fields.place
        else find_where(split_pieces(without_year(line.without_times()))).location
    )
    if role.direction == "down":
        _hold(state, raw, line, role, place, labelled=bool(fields.first))
        state.section.group_unclear = raw.strip() if role.unsure or lacking else ""
    else:
        takers = rows if role.direction == "up" else rows[-1:]
        against = _contradicted(takers, role, place)
        for draft in against:
            draft.add("group_unclear", ink=raw.strip())
        _give(takers, raw, line, role, place)
        state.above.rows = [] if role.direction == "up" else state.above.rows
        state.section.group_unclear = raw.strip() if role.unsure or against else ""
    state.given[role.attribute] = len(state.drafts)
    return True


def _hold(state: State, raw: str, line: Line, role: Role, place: str, *, labelled: bool) -> None:
    """The line is the heading of the rows below."""
    section = state.section
    state.begin_group(line.text, speaks=True)
    if role.attribute == "time":
        state.note_clock(line, raw)
    if state.drafts and state.drafts[-1].heading == section.heading:
        section.heading += 1
    take_heading(section, line)
    usual = section.usual
    times = best_time(line)
    if role.attribute == "time" and times and "backward_times" not in times.remarks:
        usual = replace(usual, start=times.first, end=times.last, heading=section.heading)
    if role.attribute == "place" or (role.attribute == "time" and place):
        usual = replace(usual, location=place, place_heading=section.heading)
    if role.attribute == "status":
        section.cancelled = True
    section.usual = usual
    if labelled and not state.drafts:  # "Plats: GR" above the headings of groups
        section.general = usual
    state.above.rows, state.above.worded = [], []


def _lacks(draft: Draft, role: Role) -> bool:
    """Whether a labelled time or place below the row may be its own: it has none yet."""
    return draft.start_time is None if role.attribute == "time" else role.attribute == "place" and not draft.location


def _contradicted(rows: list[Draft], role: Role, place: str) -> list[Draft]:
    """The rows to which a heading above has given another time or place: the line may head those below it instead."""
    if role.attribute == "time":
        return [draft for draft in rows if draft.start_time and not draft.own_time]
    return [draft for draft in rows if place and draft.lent_place and draft.location != place]


def _give(rows: list[Draft], raw: str, line: Line, role: Role, place: str) -> None:
    """The line belongs to the rows above it."""
    times = best_time(line)
    for draft in rows:
        if role.attribute == "status":
            draft.status = "cancelled"
            draft.add("cancelled_below")
        elif role.attribute == "time" and times and not draft.own_time:
            _give_time(draft, times)
        if place and not draft.location:
            draft.location = place
            draft.add("place_below")
    append_line(rows, raw)


def _give_time(draft: Draft, times: TimeMention) -> None:
    draft.own_time = True
    draft.add("time_below")
    for code in times.remarks:
        draft.add(code)
    if "backward_times" not in times.remarks:
        draft.start_time, draft.end_time = times.first, times.last
