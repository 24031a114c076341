"""The clock times of a meeting: its own or the event's usual ones. Pure."""

from datetime import time

Clock = tuple[time | None, time | None]


def actual_clock(own: Clock, usual: Clock) -> Clock:
    """``(start, end)`` of a meeting from its own times and the event's usual ones; ``(None, None)`` if unknown.

    If the meeting's own start is after the usual end, the end is unknown.
    """
    start = own[0] or usual[0]
    if start is None:
        return None, None
    borrowed = usual[1] if own[0] is None or (usual[1] and usual[1] > start) else None
    return start, own[1] or borrowed
