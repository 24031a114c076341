"""Counts the meetings of all networks in each week of a year. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ...days.day_notes import school_break

LEVELS = 4


@dataclass(frozen=True)
class Week:
    """An ISO week. ``days`` are the numbers of meetings Monday to Sunday; ``planned`` is how many the plan adds."""

    number: int
    monday: date
    days: tuple[int, ...]
    planned: int
    level: int  # from 0 for no meetings to LEVELS for the fullest weeks of the year

    @property
    def total(self) -> int:
        return sum(self.days)

    @property
    def note(self) -> str:
        """Such as "sportlov", if schools are usually closed most of the week."""
        return school_break(self.monday + timedelta(days=3))

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)


def week_load(year: int, existing: Iterable[date], planned: Iterable[date]) -> list[Week]:
    """Every ISO week with a day in ``year``, in order. A meeting counts on each of its days that are given."""
    added = list(planned)
    per_day = Counter([*existing, *added])
    added_per_week = Counter(_monday(day) for day in added)
    mondays = list(_mondays(year))
    most = max((sum(_days(monday, per_day)) for monday in mondays), default=0)
    return [_week(monday, per_day, added_per_week[monday], most) for monday in mondays]


def _week(monday: date, per_day: Counter[date], planned: int, most: int) -> Week:
    days = _days(monday, per_day)
    level = -(-sum(days) * LEVELS // most) if most else 0  # rounded up, so that a single meeting shows
    return Week(monday.isocalendar().week, monday, days, planned, level)


def _days(monday: date, per_day: Counter[date]) -> tuple[int, ...]:
    return tuple(per_day[monday + timedelta(days=offset)] for offset in range(7))


def _mondays(year: int) -> Iterable[date]:
    monday = _monday(date(year, 1, 1))
    while monday <= date(year, 12, 31):
        yield monday
        monday += timedelta(days=7)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def busiest(weeks: list[Week], number: int = 3) -> list[Week]:
    """The fullest weeks, the fullest first. Never weeks without meetings."""
    full = sorted((week for week in weeks if week.total), key=lambda week: (-week.total, week.monday))
    return full[:number]
