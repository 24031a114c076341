"""When what is said about people changes with the calendar. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

# How many changes to prepare for. The nightly rebuild prepares for later ones.
MOST = 12
_DAY = timedelta(days=1)

# A seat's holder as a number, and its first and last day as ISO text; None where it is open.
Seat = tuple[int, str | None, str | None]


@dataclass(frozen=True)
class Stretch:
    """Days on which the same seats are held: ``first`` to ``last``, both inclusive, None where there is no end."""

    first: date | None
    last: date | None


def stretches(terms: Iterable[tuple[date | None, date | None]], today: date) -> list[Stretch]:
    """The stretch that ``today`` is in and those that come, in order.

    ``terms`` are the first and last days of seats, both inclusive. The first stretch begins at the latest change, so
    that it is the same as long as it lasts.
    """
    changes = sorted({day for first, last in terms for day in (first, _next(last)) if day})
    past, coming = [day for day in changes if day <= today], [day for day in changes if day > today]
    firsts = [past[-1] if past else None, *coming[:MOST]]
    ends = [*coming, None]
    return [Stretch(first, end and end - _DAY) for first, end in zip(firsts, ends, strict=False)]


def _next(last: date | None) -> date | None:
    return last + _DAY if last and last < date.max else None


def held(seats: Sequence[Seat], day: date) -> list[int]:
    """The holders of those of ``seats`` that are held on ``day``."""
    now = day.isoformat()
    return [holder for holder, first, last in seats if (first or now) <= now <= (last or now)]
