"""The site's time zone, and the conversion from wall clock to instant. Pure."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

STOCKHOLM: Final = ZoneInfo("Europe/Stockholm")


def instant(day: date, clock: time) -> datetime:
    """The aware UTC instant of a Stockholm wall-clock time.

    A time that the clock skips in spring (02:30 on the last Sunday of March) uses the offset before the change, as
    RFC 5545 section 3.3.5 prescribes. A time that occurs twice in autumn is the first of the two.
    """
    return datetime.combine(day, clock, STOCKHOLM).astimezone(UTC)


def midnight(day: date) -> datetime:
    """The aware UTC instant at which ``day`` begins in Stockholm."""
    return instant(day, time.min)


def day_bounds(first: date, last: date) -> tuple[datetime, datetime]:
    """The half-open interval ``[start, end)`` in UTC of the whole local days ``first`` to ``last`` inclusive."""
    return midnight(first), midnight(last + timedelta(days=1))


def is_skipped(day: date, clock: time) -> bool:
    """Whether the clock jumps over that time in spring, as it does over 02:00–02:59 on the last Sunday of March."""
    return instant(day, clock).astimezone(STOCKHOLM).time() != clock
