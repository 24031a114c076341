"""Days that are written together, in their order, and the days and ranges that they make."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .mentions import Day, DaySpan, TimeMention


@dataclass(frozen=True, slots=True)
class Read:
    """A day at its place in the row, with how it is joined to the next one: "", "list", "range" or "till"."""

    day: Day
    next: int
    last_day: int | None = None  # "2007-04-10-11"
    last_weekday: int | None = None  # "torsdag-fredag 28-29 september"
    every_weekday: bool = False  # "fredagarna 7, 14 och 21"
    remarks: tuple[str, ...] = ()
    time: TimeMention | None = None
    joint: str = ""

    @property
    def bare(self) -> bool:
        return self.day.month is None


def spans_of(run: Sequence[Read], month: int | None, year: int | None) -> list[DaySpan]:
    """The run's days and ranges, each with the month and year that stand nearest to its right."""
    spans: list[DaySpan] = []
    weekday = run[0].day.weekday if run[0].every_weekday else None
    for position in range(len(run) - 1, -1, -1):
        read = run[position]
        if position and run[position - 1].joint in ("range", "till"):
            continue  # the last day of a range is read with its first
        closing = run[position + 1] if read.joint in ("range", "till") else None
        span = _filled(_span(read, closing, weekday), month, year)
        spans.append(span)
        month, year = span.first.month, span.first.year
    return spans[::-1]


def _span(read: Read, closing: Read | None, weekday: int | None) -> DaySpan:
    first = replace(read.day, weekday=weekday) if weekday is not None else read.day
    if closing is not None:
        last = closing.day
        return DaySpan(first, replace(last, weekday=read.last_weekday) if read.last_weekday is not None else last)
    if read.last_day is not None:
        return DaySpan(first, replace(first, day=read.last_day, weekday=None))
    return DaySpan(first)


def _filled(span: DaySpan, month: int | None, year: int | None) -> DaySpan:
    """The span with what it leaves out: months from its right, years from either end, one year back over new year."""
    first, last = span.first, span.last
    if last is None:
        if first.month is None:
            first = replace(first, month=month)
        return DaySpan(_before(first, month, year))
    if last.month is None:
        last = replace(last, month=month if first.month is None else first.month)
    if first.month is None:
        first = replace(first, month=last.month)
    if last.year is None and first.year is not None:
        turns = (first.month or 0) > (last.month or 0)
        last = replace(last, year=first.year + turns)
    last = _before(last, month, year)
    return DaySpan(_before(first, last.month, last.year), last)


def _before(day: Day, month: int | None, year: int | None) -> Day:
    """The day in the year of what follows it: "30 december-2 januari 2026" begins in 2025."""
    if day.year is not None or year is None:
        return day
    turns = (day.month or 0) > (month or day.month or 0)
    return replace(day, year=year - turns)
