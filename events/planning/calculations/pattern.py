"""Proposes next year's dates from one year's meetings. Pure: dates in, dates and reasons out.

A series keeps its ISO week and weekday, and with them its odd or even weeks. A series that follows a position in the
month ("andra tisdagen") keeps that instead. A date on a day when nobody schedules meetings is moved to the nearest
sensible day, and the proposal says why. All dates are local (Europe/Stockholm).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ...days.date_format import format_date
from ...days.day_notes import bridge_day, closed_day, judge_span
from ...days.periods import days_between

FARTHEST = 21  # the most days that a meeting is moved; one that lasts for weeks may have no place without red days
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
FEWEST_FOR_A_MONTHLY_PATTERN = 3
SHORT_YEARS_ODD_WEEK = 51  # the last odd week of a year without week 53, since week 53 is odd


@dataclass(frozen=True)
class Held:
    """A meeting in the year that serves as the pattern. ``day`` is the date it was planned for before any move."""

    day: date
    days: int = 1
    cancelled: bool = False


@dataclass(frozen=True)
class Proposal:
    """``moved`` says why the date differs from the pattern; ``notes`` say what to consider. Both are in Swedish."""

    day: date
    days: int
    moved: str = ""
    notes: tuple[str, ...] = ()

    @property
    def last_day(self) -> date:
        return self.day + _DAY * (self.days - 1)


def propose(series: Collection[Held], year: int) -> list[Proposal]:
    """A proposal in ``year`` for each meeting of a series, in the same order."""
    step = same_place_in_month if is_monthly(series) else same_week
    return [_propose(held, year, step) for held in series]


def _propose(held: Held, year: int, step: Callable[[date, int], tuple[date, str]]) -> Proposal:
    wanted, why = step(held.day, year)
    day = nearest_sensible(wanted, held.days, weekends=held.day.weekday() > 4, year=year)
    if day != wanted:
        why = f"{why} {_blocked(wanted, held.days)}".strip()
    notes = remarks(day, held.days) + (("Mötet blev inställt förra gången.",) if held.cancelled else ())
    return Proposal(day, held.days, f"{why} Flyttat till {_words(day)}." if day != wanted else why, notes)


def already_planned(proposals: Sequence[Proposal], days: Iterable[date]) -> set[int]:
    """The indexes of ``proposals`` that are already planned, given the ``days`` in the new year that are.

    Each date takes the nearest proposal within a week that no other date has taken.
    """
    left = dict(enumerate(proposals))
    for day in sorted(days):
        near = [(abs(proposal.day - day), number) for number, proposal in left.items()]
        distance, number = min(near, default=(_WEEK * 2, -1))
        if distance <= _WEEK:
            del left[number]
    return set(range(len(proposals))) - left.keys()


def remarks(day: date, days: int = 1) -> tuple[str, ...]:
    """What to consider about ``day`` and the following ``days``, each note once: ``("sportlov",)``."""
    judged = judge_span(day, day + _DAY * (days - 1))
    return tuple(dict.fromkeys(note for each in judged for note in each.notes))


def is_monthly(series: Collection[Held]) -> bool:
    """Whether the series always has the same weekday and position in the month, such as the second Tuesday."""
    months = {(held.day.year, held.day.month) for held in series}
    places = {(held.day.weekday(), _place(held.day)) for held in series}
    return len(series) >= FEWEST_FOR_A_MONTHLY_PATTERN and len(months) == len(series) and len(places) == 1


def _place(day: date) -> int:
    return (day.day - 1) // 7 + 1


def same_place_in_month(day: date, year: int) -> tuple[date, str]:
    """``(date, reason)``: the same weekday and position in the month in ``year``, or the last if there is no fifth."""
    first = date(year, day.month, 1)
    found = first + _DAY * ((day.weekday() - first.weekday()) % 7) + _WEEK * (_place(day) - 1)
    if found.month == day.month:
        return found, ""
    return found - _WEEK, f"Månaden har bara fyra sådana veckodagar {year}."


def same_week(day: date, year: int) -> tuple[date, str]:
    """``(date, reason)``: the same ISO week and weekday in ``year``, with a reason if it does not exist.

    Some years have no week 53; the meeting then stays in odd weeks. In a week across New Year the day may belong to
    another year; the meeting then takes the nearest week with the day in ``year``.
    """
    _, week, weekday = day.isocalendar()
    iso_year = day.isocalendar().year + year - day.year
    why = ""
    if week == 53 and not _has_week_53(iso_year):
        week, why = SHORT_YEARS_ODD_WEEK, f"Vecka 53 finns inte {iso_year}, men vecka 51 är också udda."
    found = date.fromisocalendar(iso_year, week, weekday)
    if found.year == year:
        return found, why
    found += _WEEK if found.year < year else -_WEEK
    return found, f"Vecka {day.isocalendar().week} har sin {_weekday(day)} i ett annat år."


def _has_week_53(iso_year: int) -> bool:
    return date(iso_year, 12, 28).isocalendar().week == 53


def nearest_sensible(day: date, days: int = 1, *, weekends: bool = False, year: int | None = None) -> date:
    """``day``, or the nearest start of ``days`` days of which none is closed. The earlier of two that are as near.

    Weekends are used only if ``weekends``. A meeting that has to move also avoids bridge days and stays within
    ``year`` if given. Gives ``day`` itself if no sensible day is near.
    """
    if not _closed(day, days):
        return day
    found = (
        near
        for near in _outwards(day)
        if year in {None, near.year}
        and not _closed(near, days)
        and not any(bridge_day(each) or (each.weekday() > 4 and not weekends) for each in _span(near, days))
    )
    return next(found, day)


def _outwards(day: date) -> Iterator[date]:
    for distance in range(1, FARTHEST + 1):
        yield day - _DAY * distance
        yield day + _DAY * distance


def _span(day: date, days: int) -> list[date]:
    return list(days_between(day, day + _DAY * (days - 1)))


def _closed(day: date, days: int) -> bool:
    return any(closed_day(each) for each in _span(day, days))


def _blocked(day: date, days: int) -> str:
    closed = next(each for each in _span(day, days) if closed_day(each))
    return f"{_words(closed).capitalize()} är {closed_day(closed)}."


def _words(day: date) -> str:
    return format_date(day, year=False)


def _weekday(day: date) -> str:
    return format_date(day, year=False).split()[0]
