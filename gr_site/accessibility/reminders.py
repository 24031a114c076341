"""What makes a statement old. Pure: dates in, verdict out. Digg asks for a new assessment at least once a year."""

from collections.abc import Iterable
from datetime import date

from dateutil.relativedelta import relativedelta

_YEAR = relativedelta(years=1)


def assessment_is_old(assessed_on: date | None, today: date) -> bool:
    """Whether more than a year has gone since the assessment."""
    return assessed_on is not None and assessed_on + _YEAR < today


def promises_broken(fixed_by: Iterable[date | None], today: date) -> int:
    """How many of the days by which something was to be mended have passed."""
    return sum(day is not None and day < today for day in fixed_by)
