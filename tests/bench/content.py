"""What the made-up meetings are like: the same spread over time and the same quirks, however many there are. Pure."""

from datetime import date, time, timedelta
from functools import cache
from typing import Any

from events.models.choices import Status, Timing

MEETINGS_PER_EVENT = 18
# Its multiples, modulo 1, fill the interval evenly at every length: any number of events spreads over all months.
GOLDEN = (5**0.5 - 1) / 2

CLOCKS = [(time(8, 30), time(11, 30)), (time(9), time(12)), (time(13), time(16)), (time(13, 15), time(15, 45))]
PLACES = ["Stadshuset, Mölndal", "Gårdavägen 2, Göteborg", "Kommunhuset, Ale", "Rådhuset, Kungälv", "Villa Belparc"]
THEMES = ["Budget och uppföljning", "Ny lagstiftning", "Studiebesök", "Kompetensförsörjning", "Gemensam upphandling"]
PARAGRAPH = (
    "Här möts de som arbetar med samma frågor i regionens kommuner. De jämför hur det går, lär av varandra och "
    "kommer överens om det som blir bättre av att göras tillsammans. "
)


@cache
def working_days(first_year: int) -> list[date]:
    """Monday to Friday of three calendar years."""
    first, end = date(first_year, 1, 1), date(first_year + 3, 1, 1)
    days = (first + timedelta(days=offset) for offset in range((end - first).days))
    return [day for day in days if day.weekday() < 5]


def meeting_days(number: int, first_year: int) -> list[date]:
    """The local dates of event ``number``: evenly over three years, starting elsewhere than its neighbours do."""
    days = working_days(first_year)
    step, start = len(days) / MEETINGS_PER_EVENT, number * GOLDEN % 1
    return [days[int((place + start) * step)] for place in range(MEETINGS_PER_EVENT)]


def row_fields(number: int, place: int, day: date) -> dict[str, Any]:
    """The fields of meeting ``place`` of event ``number``: most are plain, every so many is special in some way."""
    count = number * MEETINGS_PER_EVENT + place
    return {
        "start_date": day,
        "end_date": day + timedelta(days=1) if count % 41 == 0 else None,
        "timing": Timing.WHOLE_DAY if count % 29 == 0 else Timing.CLOCK,
        "status": _status(count),
        "theme": THEMES[count % len(THEMES)] if count % 3 == 0 else "",
        "place": PLACES[count % len(PLACES)] if count % 7 == 0 else "",
        "note": "Anmäl dig senast en vecka före mötet." if count % 11 == 0 else "",
    }


def _status(count: int) -> Status:
    if count % 23 == 0:
        return Status.CANCELLED
    return Status.TENTATIVE if count % 19 == 0 else Status.CONFIRMED
