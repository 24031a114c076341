"""Lines that hold a clock or a place and were not understood: rows that lack one are doubted."""

import re
from collections.abc import Sequence

from ..lines.subjects import may_be_place, sounds_like_place
from ..tokens.spoken_clocks import leaves_clock
from .drafts import Draft
from .headings import speaks_of_all

_PLACE = re.compile(r"(?<!\w)(?:i|på|hos|vid|in|at)\s+(?:the\s+)?[A-ZÅÄÖ]")

_GREETING = re.compile(
    r"\W*(?:(?:hjärtligt |varmt )?välkom(?:men|na)\W*|vi ses(?: (?:då|där))?\W*"
    r"|alla (?:är )?(?:hjärtligt |varmt )?välkomna\W*)+",
    re.IGNORECASE,
)
_FEWEST_IN_COLUMN = 3


def doubt_unread(drafts: Sequence[Draft], unused: Sequence[str]) -> None:
    """Warns on rows that a line without a date may speak of: it was refused, or was not used (`unused`)."""
    clock = next((draft.lines[0] for draft in drafts if draft.refused == "only_time"), "")
    spoken = next((raw for raw in unused if _says_something(raw[:500])), "")
    place = next((raw for raw in unused if speaks_of_all(raw[:500]) and _PLACE.search(raw[:500])), "")
    for draft in drafts:
        if draft.refused:
            continue
        if clock and draft.start_time is None:
            draft.add("group_unclear", ink=clock.strip())
        if spoken and draft.start_time is None:
            draft.add("group_unclear", ink=spoken.strip())
        if place and not draft.location:
            draft.add("group_unclear", ink=place.strip())


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


def doubt_once(drafts: Sequence[Draft]) -> None:
    """Where each row has a name that may be its place or its subject, the first row alone says so."""
    rows = [draft for draft in drafts if not draft.refused]
    column = len(rows) >= _FEWEST_IN_COLUMN and all(may_be_place(draft.theme) and not draft.location for draft in rows)
    if column and not any(sounds_like_place(draft.theme) for draft in rows):
        for draft in rows[1:]:
            draft.drop("place_or_theme")
