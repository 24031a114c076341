"""Which clock times a meeting has: its own, or else the event's usual ones. Pure."""

from datetime import time

Clock = tuple[time | None, time | None]


def actual_clock(own: Clock, usual: Clock) -> Clock:
    """``(start, end)`` of a meeting from its own times and the event's usual ones; ``(None, None)`` when unknown.

    An own start that lies after the usual end does not borrow that end: the end is then unknown.
    """
    start = own[0] or usual[0]
    if start is None:
        return None, None
    borrowed = usual[1] if own[0] is None or (usual[1] and usual[1] > start) else None
    return start, own[1] or borrowed
