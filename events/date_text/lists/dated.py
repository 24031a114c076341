"""What a line with a date adds to the rows, with the labels, weekdays and tiles that stood above it."""

import re
from itertools import islice

from ..lines import changes
from ..lines.labels import Fields, split_fields
from ..lines.line import Line, read_line
from ..tokens.ink import readable
from ..tokens.scanner import plain
from ..tokens.token import Kind
from .date_lines import drafts_of
from .drafts import Draft
from .headings import EVERYWHERE
from .pairs import ends_meeting
from .state import VALUES, State, labelled_place, value_of

_THEMES = re.compile(r"(?<!\w)(?:tema|ämne|fokus)\s?:", re.IGNORECASE)
_SAME_PLACE = re.compile(r"(?<!\w)samma (?:tid och )?(?:plats|lokal|ställe)", re.IGNORECASE)


def take_dates(state: State, raw: str, line: Line, fields: Fields) -> None:
    """Adds the line's rows, meetings and refusals."""
    if _days_stand_alone(state.waiting.weekday, line):
        state.settle_weekday()
    if state.waiting.weekday:
        above, state.waiting.weekday = state.waiting.weekday, ""
        if not line.text.startswith(plain(above).strip()):
            joined = f"{plain(above).strip()} {line.text}"
            line = read_line(joined, state.section.month, labelled_time=fields.timed)
        raw = f"{above.strip()}\n{raw}"
    previous = next((draft for draft in reversed(state.drafts) if not draft.refused), None)
    found = drafts_of(raw, line, fields, state.section, previous)
    meetings = [draft for draft in found if not draft.refused]
    for draft in meetings:
        draft.bare = all(token.kind is Kind.NUMBER for token in line.tokens)
    if len(meetings) > 1 and len(_THEMES.findall(raw)) > 1:
        for draft in meetings:
            draft.add("words_unclear")
    _remark_other_half(state, line, found)
    if previous and ends_meeting(raw) and line.times:
        _remark_end(raw, meetings, previous)
    _same_as_above(line, meetings, previous)
    _remark_moved(state, line, meetings)
    _absorb_tile(state, meetings)
    state.drafts += found
    if meetings:
        state.above.rows, state.above.worded, state.above.bulleted = meetings, [], bool(line.bullet)
        state.above.parted = False
        _use_labels(state, fields)


def _days_stand_alone(above: str, line: Line) -> bool:
    """Whether days with commas between are no part of the dates on the next line: "12, 13" above "6 maj"."""
    days = plain(above).strip()
    goes_on = line.text.startswith(days) or line.tokens[0].kind in (Kind.AND, Kind.COMMA)
    return bool(re.fullmatch(r"[\d\s,;]+", days)) and not goes_on


def _remark_other_half(state: State, line: Line, found: list[Draft]) -> None:
    """A refused line right beside a row with the same day and a clock may be the end or the start of its meeting."""
    above = state.drafts[-1] if state.drafts else None
    if above is None or not line.times or state.above.gap or not line.dates:
        return
    refused, row = (found[0], above) if found[0].refused else (above, found[0])
    if not refused.refused or row.refused or row.start_time is None or row.end_time is not None:
        return
    other = read_line(readable(above.lines[-1])[0])
    if other.times and [one.spans for one in other.dates] == [one.spans for one in line.dates]:
        row.add("other_half", ink=refused.lines[-1].strip())


def _remark_end(raw: str, meetings: list[Draft], previous: Draft) -> None:
    """A row that says when a meeting ends, some lines below the row where it starts."""
    for draft in meetings:
        if draft.start_date == previous.start_date and previous.end_time is None:
            previous.add("other_half", ink=raw.strip())
            draft.add("other_half", ink=previous.lines[0].strip())


def _same_as_above(line: Line, meetings: list[Draft], previous: Draft | None) -> None:
    """ "samma tid och plats", "dito": what the row before says."""
    place = _SAME_PLACE.search(line.text) or changes.DITTO.search(line.text)
    for draft in meetings:
        if previous is None or not draft.has("same_as_above"):
            previous = draft
            continue
        if not draft.own_time and previous.start_time:
            draft.start_time, draft.end_time, draft.own_time = previous.start_time, previous.end_time, True
        if place and not draft.location:
            draft.location = previous.location
        previous = draft


def take_tile(state: State, raw: str, line: Line) -> None:
    """A day on one line and its month on the next."""
    day, state.waiting.lone_day = state.waiting.lone_day, ""
    joined = f"{plain(day).strip(' *')} {line.text}"
    whole = read_line(joined)
    if not whole.dates:
        state.refuse(f"{day}\n{raw}", "unread_date")
        return
    take_dates(state, f"{day}\n{raw}", whole, split_fields(joined))
    for draft in state.above.rows:
        draft.bare = True


def _remark_moved(state: State, line: Line, meetings: list[Draft]) -> None:
    """A line "flyttat till ..." puts the row above it in doubt."""
    if meetings and meetings[0].has("moved") and changes.MOVED_TO.match(line.text.lstrip("( ")):
        for draft in state.above.rows:
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
    _doubt_above(state)
    _use_pending_time(state, fields)
    for name, waiting in state.waiting.labels.items():
        if not (state.above.rows[0].location if name == "place" else state.above.rows[0].theme):
            state.fill(name, waiting)
            _lend(state, name)
        if name == "place" and not fields.first:
            state.hold(location=labelled_place(waiting)[0], place_heading=state.section.heading)
    state.waiting.labels, state.waiting.time, state.waiting.lone_time = {}, None, ""
    _use_place(state)
    head, timed = state.table.stacked, state.above.rows[0].own_time
    at = head.index("date") + 1 if "date" in head else len(head)
    state.table.expected = [field for field in head[at:] if not (field == "time" and timed)]


def _lend(state: State, name: str) -> None:
    for draft in state.above.rows if name == "place" else ():
        draft.lent_place = True


def _doubt_above(state: State) -> None:
    """Warns on the row above a label that waits, and on the new rows if they take it: it may belong to the former."""
    rows, raws = state.above.rows, state.waiting.raws
    above = _row_above(state) if raws else None
    if above is not None:
        has: dict[str, object] = {"place": above.location, "time": above.start_time}
        own: dict[str, object] = {"place": rows[0].location, "time": rows[0].own_time}
        for name, raw in raws.items():
            for draft in (above, *(() if own.get(name) else rows)) if not has.get(name, True) else ():
                draft.add("group_unclear", ink=raw)
    raws.clear()


def _row_above(state: State) -> Draft | None:
    """The last row of the group before the new ones."""
    own = len(state.above.rows)
    earlier = islice(reversed(state.drafts), own, max(len(state.drafts) - state.parted, own))
    return next((draft for draft in earlier if not draft.refused), None)


def _use_pending_time(state: State, fields: Fields) -> None:
    """A time above the date holds for this row in a block of labels, and for all rows above a plain list."""
    times, section = state.waiting.time, state.section
    if times is None or times.first is None:
        return
    if "backward_times" in times.remarks:
        for draft in state.above.rows:
            draft.add("backward_times")
        return
    for draft in state.above.rows:
        if not draft.own_time:
            draft.start_time, draft.end_time = times.first, times.last
    if not fields.first:
        state.hold(start=times.first, end=times.last, heading=section.heading)


def _use_place(state: State) -> None:
    """Gives the new rows the place that a heading has said, with a remark if that was another group's."""
    usual, rows = state.section.usual, state.above.rows
    if not usual.location or any(draft.location for draft in rows):
        return
    for draft in rows:
        draft.location, draft.lent_place = usual.location, True
        if usual.place_heading not in (state.section.heading, EVERYWHERE):
            draft.add("place_other_heading")
