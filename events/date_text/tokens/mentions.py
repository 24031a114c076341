"""Dates and clock times as a line states them, before the year is known."""

from dataclasses import dataclass, field
from datetime import time


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written: month and year are None where the line leaves them out; `weekday` is 0-6, Monday first."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    weak_weekday: bool = False  # the weekday was misspelt or of two letters: no ground for a warning of its own


@dataclass(frozen=True, slots=True)
class DaySpan:
    """One day, or the days from `first` to `last`, both included."""

    first: Day
    last: Day | None = None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Clock times at the characters [start, end) of the line. `remarks` are codes of `remarks.py`."""

    start: int
    end: int
    first: time | None
    last: time | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateMention:
    """Dates that are written together, at the characters [start, end) of the line.

    `first_time` is a time that stands inside a range: "22 kl. 12-23 januari". `worded` says that the range is made
    with "till". A mention with `refused` holds no dates that can be trusted.
    """

    start: int
    end: int
    spans: tuple[DaySpan, ...] = ()
    first_time: TimeMention | None = None
    worded: bool = False
    remarks: tuple[str, ...] = ()
    refused: str = ""
    tokens: range = field(default=range(0), compare=False)


Mention = DateMention | TimeMention
