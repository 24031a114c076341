"""Decides whether a statement is out of date: Digg requires a new assessment at least once a year. Pure."""

from collections.abc import Iterable
from datetime import date

from dateutil.relativedelta import relativedelta

_YEAR = relativedelta(years=1)


def assessment_is_old(assessed_on: date | None, today: date) -> bool:
    """Whether the assessment was made more than a year ago."""
    return assessed_on is not None and assessed_on + _YEAR < today


def promises_broken(fixed_by: Iterable[date | None], today: date) -> int:
    """How many dates for fixing something have passed."""
    return sum(day is not None and day < today for day in fixed_by)
