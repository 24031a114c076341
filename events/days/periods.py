"""The calendar's days, weeks, months and years as half-open intervals of local dates. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

# The calendar has pages for these years only, so that no crawler follows empty months for ever.
FIRST_YEAR, LAST_YEAR = 2000, 2099


@dataclass(frozen=True, order=True)
class Month:
    """A calendar month. ``start`` and ``end`` are its half-open interval ``[start, end)``."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.year, day.month)

    @property
    def start(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def end(self) -> date:
        return date(self.year + self.number // 12, self.number % 12 + 1, 1)

    def shifted(self, months: int) -> "Month":
        """The month ``months`` later, or earlier if negative."""
        count = self.year * 12 + self.number - 1 + months
        return Month(count // 12, count % 12 + 1)

    def weeks(self) -> Iterator[list[date]]:
        """The ISO weeks (Monday first) with a day in the month, each as its seven dates."""
        monday = self.start - timedelta(days=self.start.weekday())
        while monday < self.end:
            yield [monday + timedelta(days=offset) for offset in range(7)]
            monday += timedelta(days=7)

    @property
    def in_range(self) -> bool:
        """Whether the calendar has a page for the month."""
        return FIRST_YEAR <= self.year <= LAST_YEAR


def year_bounds(year: int) -> tuple[date, date]:
    """The half-open interval ``[1 January, 1 January of the next year)``."""
    return date(year, 1, 1), date(year + 1, 1, 1)


def days_between(first: date, last: date) -> Iterator[date]:
    """Each date from ``first`` to ``last``, inclusive."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)
