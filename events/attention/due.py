"""Decides when a meeting or a series needs attention. Pure: local dates in, local dates out.

July does not count, because nobody at GR or in the municipalities confirms dates or writes minutes then. A meeting on
20 August has to be confirmed before the holidays, and minutes from 25 June are not overdue in the middle of them.
"""

from datetime import date, timedelta

CONFIRM_WITHIN = 30  # days before the meeting
MINUTES_WITHIN = 21  # days after it
MINUTES_FORGOTTEN = 180  # days after which nobody is asked for minutes any more
SERIES_ENDS_WITHIN = 60  # days before the last meeting
_DAY = timedelta(days=1)
_HOLIDAY_MONTH = 7


def counted_days(first: date, last: date) -> int:
    """The number of days outside July in the half-open ``[first, last)``; 0 if ``last`` is not later."""
    days = (first + _DAY * offset for offset in range((last - first).days))
    return sum(day.month != _HOLIDAY_MONTH for day in days)


def confirm_until(today: date) -> date:
    """The latest start of preliminary meetings that should be confirmed now."""
    return _furthest(today, CONFIRM_WITHIN)


def ends_until(today: date) -> date:
    """The latest last meeting of series whose next dates should be planned now."""
    return _furthest(today, SERIES_ENDS_WITHIN)


def minutes_between(today: date) -> tuple[date, date]:
    """``(first, last)``, inclusive: the last days of meetings whose minutes are overdue but still worth asking for."""
    last = today
    while counted_days(last, today) <= MINUTES_WITHIN:
        last -= _DAY
    return today - timedelta(days=MINUTES_FORGOTTEN), last


def _furthest(today: date, days: int) -> date:
    day = today
    while counted_days(today, day + _DAY) <= days:
        day += _DAY
    return day
