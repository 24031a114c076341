"""The last lines of a text, below all its groups: what they tell may be told of every group."""

import re
from collections.abc import Sequence

from ..lines.place_names import is_place
from .drafts import Draft
from .sentence_doubts import tells_time

_LONGEST = 160
_HELD_AT = re.compile(  # "Vi sitter i Blå rummet, Rådhuset."
    r"\W*(?:(?:vi|allt|alla|samtliga|båda|våra|\w*(?:möte|träff|sammanträd|grupp|nämnd|styrelse|nätverk)\w*) ){1,3}"
    r"(?:är|sitter|håller till|samlas|möts|ses|träffas|hålls|sker|äger rum|genomförs)"
    r"(?: alltid)? (?:i|på|hos|vid) (?P<place>[^\W\d_][^.;:!?\n]{2,60}?)[.!\s]*",
    re.IGNORECASE,
)

Line = tuple[str, bool]  # a raw line below the last row, and whether it was used


def lend_tails(drafts: Sequence[Draft], tail: Sequence[Line]) -> None:
    """Gives a time or a place that stands below the last row to all rows that lack one, each with a warning.

    Where other rows have another time or place, those that lack one have the warning alone.
    """
    rows = [draft for draft in drafts if not draft.refused]
    for raw, used in tail:
        if not rows or len(raw) > _LONGEST:
            continue
        if used:
            _lend_time(rows, raw)
            _lend_place(rows, raw)
        elif found := _HELD_AT.fullmatch(raw):
            place = found["place"].strip()
            if (place[0].isupper() or is_place(place)) and not tells_time(place):
                _give_place(rows, place, raw)


def _lend_time(rows: Sequence[Draft], raw: str) -> None:
    last = rows[-1]
    if last.start_time is None or not tells_time(raw) or not (last.has("time_below") or raw in last.lines):
        return
    lacking = [draft for draft in rows if draft.start_time is None and not draft.own_time]
    agree = all(draft.start_time in (None, last.start_time) for draft in rows)
    for draft in lacking:
        draft.add("group_unclear", ink=raw.strip())
        if agree and draft.status != "cancelled":
            draft.start_time, draft.end_time = last.start_time, last.end_time
            draft.add("time_below")


def _lend_place(rows: Sequence[Draft], raw: str) -> None:
    last = rows[-1]
    if last.location and last.location.lower() in raw.lower() and (last.has("place_below") or raw in last.lines):
        _give_place(rows, last.location, raw)


def _give_place(rows: Sequence[Draft], place: str, raw: str) -> None:
    agree = all(draft.location in ("", place) for draft in rows)
    for draft in rows:
        if draft.location:
            continue
        draft.add("group_unclear", ink=raw.strip())
        if agree:
            draft.location = place
            draft.add("place_below")
