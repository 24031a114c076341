"""Lines that hold a clock or a place and were not understood: rows that lack one are doubted."""

import re
from collections.abc import Sequence

from .drafts import Draft
from .headings import speaks_of_all

_PLACE = re.compile(r"(?<!\w)(?:i|på|hos|vid|in|at)\s+(?:the\s+)?[A-ZÅÄÖ]")


def doubt_unread(drafts: Sequence[Draft], unused: Sequence[str]) -> None:
    """Warns on rows that a line without a date may speak of: it was refused, or was not used (`unused`)."""
    clock = next((draft.lines[0] for draft in drafts if draft.refused == "only_time"), "")
    place = next((raw for raw in unused if speaks_of_all(raw[:500]) and _PLACE.search(raw[:500])), "")
    for draft in drafts:
        if draft.refused:
            continue
        if clock and draft.start_time is None:
            draft.add("group_unclear", ink=clock.strip())
        if place and not draft.location:
            draft.add("group_unclear", ink=place.strip())
