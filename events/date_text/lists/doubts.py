"""Lines that hold a clock or a place and were not understood: rows that lack one are doubted."""

import re
from collections.abc import Sequence

from ..lines import changes
from ..lines.non_meetings import OTHER_TIME
from ..lines.subjects import may_be_place, sounds_like_place
from ..tokens.spoken_clocks import leaves_clock
from .drafts import Draft
from .headings import speaks_of_all
from .sentence_doubts import (
    changes_meetings,
    is_lone_place,
    places_meetings,
    speaks_of_rows,
    tells_place,
    tells_status,
    tells_time,
)

_UNDATED = ("only_time", "only_month")
_FOR_ITS_DATE = ("period", "no_meeting", "reference")

_GREETING = re.compile(
    r"\W*(?:(?:hjärtligt |varmt )?välkom(?:men|na)\W*|vi ses(?: (?:då|där))?\W*"
    r"|alla (?:är )?(?:hjärtligt |varmt )?välkomna\W*)+",
    re.IGNORECASE,
)
_FEWEST_IN_COLUMN = 3
_LONGEST_PLACE = 100


def doubt_unread(drafts: Sequence[Draft], unused: Sequence[str], lines: Sequence[str]) -> None:
    """Warns on rows that a line without a meeting may speak of: it was refused, or was not used.

    `unused` are those of the `lines` that gave nothing. A place alone may be that of rows that have none.
    """
    clock = next((draft.lines[0] for draft in drafts if draft.refused == "only_time"), "")
    alien = "" if OTHER_TIME.search(clock) else clock
    spoken = next((raw for raw in unused if _says_something(raw[:500])), "")
    months = (draft.lines[0] for draft in drafts if draft.refused == "only_month")
    place = next((raw for raw in (*unused, *months) if places_meetings(raw)), "")
    lone = next((raw for raw in unused if len(raw) <= _LONGEST_PLACE and is_lone_place(raw)), "")
    place = place or next((raw for raw in lines if len(raw) <= _LONGEST_PLACE and is_lone_place(raw)), "")
    others = (draft.lines[0] for draft in drafts if draft.refused in _FOR_ITS_DATE)
    every = next((raw for raw in others if speaks_of_rows(raw)), "")
    for draft in drafts:
        if draft.refused:
            continue
        for ink, due in (
            (clock, draft.start_time is None),
            (spoken, draft.start_time is None),
            (place, not draft.location),
            (lone, draft.location not in draft.lines[0]),
            (alien, not _says_hour(draft)),
            (every, True),
        ):
            if ink and due:
                draft.add("group_unclear", ink=ink.strip())


def _says_hour(draft: Draft) -> bool:
    """Whether the row's own line says when the meeting begins."""
    return draft.start_time is None or bool(re.search(rf"(?<!\d)0?{draft.start_time.hour}(?!\d)", draft.lines[0]))


def doubt_changes(drafts: Sequence[Draft], lines: Sequence[str]) -> None:
    """Warns on rows that are planned when one of the `lines`, which is in no row, tells of another status."""
    shown = {raw for draft in drafts if not draft.refused for raw in draft.lines}
    refused = (draft.lines[0] for draft in drafts if draft.refused in _UNDATED)
    change = next(
        (
            raw
            for raw in (*lines, *refused)
            if (raw not in shown or changes.LIST_WORDS.search(raw)) and changes_meetings(raw)
        ),
        "",
    )
    for draft in drafts:
        if change and not draft.refused and draft.status == "planned":
            draft.add("group_unclear", ink=change.strip())


def doubt_directions(drafts: Sequence[Draft], lines: Sequence[tuple[str, int]]) -> None:
    """Warns on all rows when a line was taken for a heading, and the last line of its kind has no row below it.

    `lines` are those that gave no row, each with the number of rows above it. All of them may look up.
    """
    for tells in (tells_time, tells_place, tells_status):
        told = [(raw, above) for raw, above in lines if tells(raw)]
        if len(told) < 2 or told[-1][1] < len(drafts):
            continue
        headings = [raw for raw, above in told if above and raw not in drafts[above - 1].lines]
        for draft in drafts if len(headings) > 1 or (headings and told[-1][0] != headings[0]) else ():
            if not draft.refused:
                draft.add("group_unclear", ink=headings[0].strip())


def _says_something(text: str) -> bool:
    """Whether a sentence speaks of all meetings, and does more than greet."""
    return speaks_of_all(text) and not _GREETING.fullmatch(text)


def doubt_clocks(drafts: Sequence[Draft], lines: Sequence[str]) -> None:
    """Warns on rows below a clock that was not understood, and where a line holds an hour in words."""
    spoken = next((raw for raw in lines if leaves_clock(raw[:500])), "")
    for draft in drafts:
        if draft.refused:
            continue
        if draft.clock_above and not draft.own_time:
            draft.add("group_unclear", ink=draft.clock_above)
        if spoken and (draft.start_time is None or draft.end_time is None):
            draft.add("group_unclear", ink=spoken.strip())


def doubt_calendar(drafts: Sequence[Draft]) -> None:
    """Warns on days without a word between days with a meeting, as a calendar lists them: "må 8", "ti 9 kl 9 AU"."""
    rows = [draft for draft in drafts if not draft.refused]
    for before, draft, after in zip([None, *rows], rows, [*rows[1:], None], strict=False):
        empty = draft.start_time is None and not (draft.theme or draft.location)
        beside = (near for near in (before, after) if near and near.lines != draft.lines)
        if empty and any((near.start_time or near.theme) and _next_days(near, draft) for near in beside):
            draft.add("maybe_not_meeting")


def _next_days(one: Draft, other: Draft) -> bool:
    if one.start_date is None or other.start_date is None:
        return False
    return abs((one.start_date - other.start_date).days) == 1


def doubt_once(drafts: Sequence[Draft]) -> None:
    """Where each row has a name that may be its place or its subject, the first row alone says so."""
    rows = [draft for draft in drafts if not draft.refused]
    column = len(rows) >= _FEWEST_IN_COLUMN and all(may_be_place(draft.theme) and not draft.location for draft in rows)
    if column and not any(sounds_like_place(draft.theme) for draft in rows):
        for draft in rows[1:]:
            draft.drop("place_or_theme")
