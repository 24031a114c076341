"""Names that stand where other rows of the list have their places are places too."""

import re
from collections.abc import Iterator, Sequence

from ..lines.place_names import is_place
from ..lines.subjects import is_name
from ..lines.ways_to_meet import IS_MODE
from .drafts import Draft

_DATE = re.compile(r"\d")
_MOST_INK = 500

Slot = tuple[bool, str, str]


def places_by_position(drafts: Sequence[Draft]) -> None:
    """Lets a lone name be the place of its row where a known place stands in the same position of another row.

    The row has a warning: the name may still be a subject.
    """
    rows = [draft for draft in drafts if not draft.refused and len(draft.lines) == 1]
    known = set(_slots_of_places(rows))
    for draft in rows:
        slot = _slot(draft, draft.theme) if not draft.location and is_name(draft.theme) else None
        if slot is None or slot not in known:
            continue
        draft.location, draft.theme = draft.theme, ""
        draft.add("place_or_theme")


def _slots_of_places(rows: Sequence[Draft]) -> Iterator[Slot]:
    for draft in rows:
        name = draft.location
        if name and not draft.theme and is_place(name) and not IS_MODE.match(name) and (slot := _slot(draft, name)):
            yield slot


def _slot(draft: Draft, ink: str) -> Slot | None:
    """(before the figures, the sign before the ink, the sign after it) on the row's line; None if it is not there."""
    line = draft.lines[0][:_MOST_INK]
    at = line.find(ink)
    if at < 0:
        return None
    before, after = line[:at].rstrip(" ") or "\n", line[at + len(ink) :].lstrip(" ") or "\n"
    sign = before[-1] if not before[-1].isalnum() else " "
    return not _DATE.search(line[:at]), sign, after[0] if not after[0].isalnum() else " "
