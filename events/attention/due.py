"""When a meeting or a series needs somebody's attention. Pure: local dates in, local dates out.

July does not count: nobody at GR or in the municipalities confirms a date or writes minutes then. A meeting of 20
August has to be confirmed before the holidays, and nobody is late with minutes of 25 June in the middle of them.
"""

from datetime import date, timedelta

CONFIRM_WITHIN = 30  # days before the meeting
MINUTES_WITHIN = 21  # days after it
MINUTES_FORGOTTEN = 180  # days after which nobody is asked for them any more
SERIES_ENDS_WITHIN = 60  # days before the last meeting
_DAY = timedelta(days=1)
_HOLIDAY_MONTH = 7


def counted_days(first: date, last: date) -> int:
    """The days of the half-open ``[first, last)`` that are not in July; 0 where ``last`` is not later."""
    days = (first + _DAY * offset for offset in range((last - first).days))
    return sum(day.month != _HOLIDAY_MONTH for day in days)


def confirm_until(today: date) -> date:
    """The latest start of a preliminary meeting that is so close that people must know if it is held."""
    return _furthest(today, CONFIRM_WITHIN)


def ends_until(today: date) -> date:
    """The latest day on which a series has its last meeting so near that the next dates should be planned."""
    return _furthest(today, SERIES_ENDS_WITHIN)


def minutes_between(today: date) -> tuple[date, date]:
    """``(first, last)``, both included: the last days of meetings whose minutes are overdue, and still worth asking
    for."""
    last = today
    while counted_days(last, today) <= MINUTES_WITHIN:
        last -= _DAY
    return today - timedelta(days=MINUTES_FORGOTTEN), last


def _furthest(today: date, days: int) -> date:
    day = today
    while counted_days(today, day + _DAY) <= days:
        day += _DAY
    return day
