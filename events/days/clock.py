"""The clock times of a meeting: its own or the event's usual ones, and the day on which it ends. Pure.

A meeting of one day may end on the next, as people say it: "18–24" and "22–02". An end at 00.00 is the 24.00 of the
day before.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from enum import Enum, auto
from typing import Final

from .zone import is_skipped

Clock = tuple[time | None, time | None]
DAY: Final = timedelta(days=1)
# A meeting that ends before it starts goes on past midnight if it could: "22–02" does, "13–11" is a slip.
LONGEST_NIGHT: Final = timedelta(hours=12)
LATEST_END: Final = time(6)


class Fault(Enum):
    """What is wrong with a meeting's times."""

    NO_START = auto()
    ENDS_BEFORE = auto()
    WHOLE_DAY = auto()  # "00–24"
    SKIPPED = auto()  # the clock jumps over it when summer time begins


def actual_clock(own: Clock, usual: Clock) -> Clock:
    """``(start, end)`` of a meeting from its own times and the event's usual ones; ``(None, None)`` if unknown.

    If the meeting's own start is after the usual end, the end is unknown.
    """
    start = own[0] or usual[0]
    if start is None:
        return None, None
    borrowed = usual[1] if own[0] is None or _fits(start, usual) else None
    return start, own[1] or borrowed


def _fits(start: time, usual: Clock) -> bool:
    first, end = usual
    if first is None or end is None:
        return end is not None and end > start
    return end > start or (end <= first and passes_midnight(start, end))


def passes_midnight(start: time, end: time) -> bool:
    """Whether a meeting of one day from ``start`` to ``end`` ends on the next day: "18–24", "22–02"."""
    if end > start or end > LATEST_END:
        return False
    return DAY - (_since_midnight(start) - _since_midnight(end)) <= LONGEST_NIGHT


def ends_on(first: date, last: date | None, start: time | None, end: time | None) -> date:
    """The day in whose clock ``end`` is. ``last`` is the last day that an editor has given, if any."""
    if last is not None and last > first:
        return last
    return first + DAY if start and end and end <= start else first


def last_day(first: date, last: date | None, start: time | None, end: time | None) -> date:
    """The last day (inclusive) on which any of the meeting takes place."""
    day = ends_on(first, last, start, end)
    return day - DAY if end == time.min and day > first else day


def said_last(first: date, last: date | None, end: time | None) -> date:
    """The last day (inclusive) as people say it: a meeting "22–02" is on one day."""
    if last is None or last <= first:
        return first
    return last - DAY if end == time.min else last


def faults(first: date | None, last: date | None, start: time | None, end: time | None) -> Iterator[tuple[str, Fault]]:
    """``("start" or "end", Fault)`` for each time that makes no sense. Without ``first``, of the clock alone."""
    if end and not start:
        yield "start", Fault.NO_START
    elif start and end and (last is None or last == first) and end <= start and not passes_midnight(start, end):
        yield "end", Fault.WHOLE_DAY if start == end == time.min else Fault.ENDS_BEFORE
    if first is None:
        return
    if start and is_skipped(first, start):
        yield "start", Fault.SKIPPED
    elif start and end and is_skipped(ends_on(first, last, start, end), end):
        yield "end", Fault.SKIPPED


def _since_midnight(clock: time) -> timedelta:
    return datetime.combine(date.min, clock) - datetime.combine(date.min, time.min)
