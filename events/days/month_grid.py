"""The month as a grid of weeks. Pure: rows in, weeks out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .periods import Month, days_between
from .red_days import red_day


def shade(meetings: int) -> int:
    """How full a day is: the number of its meetings, at most 3."""
    return min(meetings, 3)


@dataclass
class GridDay:
    """A cell of the grid. ``more`` is how many meetings the cell does not show."""

    date: date
    in_month: bool
    is_today: bool
    red_day: str
    occurrences: list[Any] = field(default_factory=list)
    more: int = 0

    @property
    def is_weekend(self) -> bool:
        return self.date.weekday() >= 5

    @property
    def is_red(self) -> bool:
        return bool(self.red_day) or self.date.weekday() == 6

    @property
    def total(self) -> int:
        return len(self.occurrences) + self.more

    @property
    def shade(self) -> int:
        return shade(self.total)


@dataclass
class GridWeek:
    number: int
    days: list[GridDay]


def month_grid(
    month: Month, occurrences: Iterable[Any], totals: Mapping[date, int], today: date, language: str = "sv"
) -> list[GridWeek]:
    """The ISO weeks of ``month``. Each meeting is in every day of the month on which it takes place.

    ``occurrences`` have ``start_date`` and ``last_day``. ``totals`` counts all meetings that start on a day, while
    ``occurrences`` may hold only the first of them. ``language`` is the language of the red days' names.
    """
    weeks = [GridWeek(_iso_week(days), [_cell(day, month, today, language) for day in days]) for days in month.weeks()]
    cells = {cell.date: cell for week in weeks for cell in week.days if cell.in_month}
    shown: dict[date, int] = {}
    for occurrence in occurrences:
        shown[occurrence.start_date] = shown.get(occurrence.start_date, 0) + 1
        for day in days_between(occurrence.start_date, occurrence.last_day):
            if day in cells:
                cells[day].occurrences.append(occurrence)
    for day, total in totals.items():
        if day in cells:
            cells[day].more = total - shown.get(day, 0)
    return weeks


def _iso_week(days: list[date]) -> int:
    return days[0].isocalendar().week


def _cell(day: date, month: Month, today: date, language: str) -> GridDay:
    in_month = month.start <= day < month.end
    return GridDay(day, in_month, day == today, red_day(day, language) if in_month else "")
