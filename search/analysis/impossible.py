"""Takes out of a query the days, weeks, months and hours that no calendar has: "31 februari", "v. 60", "kl 25". Pure.

Whoever types one has mistaken something and is told so. Figures that may be something else are left alone: a number of
a record ("dnr 2026-45"), a school year ("2026-27").
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .dates import MONTHS
from .points import Tokens, year_at
from .quoted import unquoted

DAY, WEEK, MONTH, HOUR = "day", "week", "month", "hour"
_WEEKS = frozenset({"v", "vecka", "veckan", "week", "wk"})
_CLOCKS = frozenset({"kl", "klockan"})
# What is numbered by a year and a figure.
_RECORDS = frozenset({"dnr", "diarienummer", "diarienr", "nr", "nummer", "arende", "no", "number", "record"})
# Before a time, and part of it.
_BEFORE = frozenset({"den", "the", "of", "on", "pa", "i", "in"})
_ORDINALS = frozenset({"a", "e", "st", "nd", "rd", "th"})
_LEAP_YEAR = 2024


@dataclass(frozen=True)
class Impossible:
    """A time that there is none of: its ``kind`` (``DAY``, ``WEEK``, ``MONTH`` or ``HOUR``) and the ``words``."""

    kind: str
    words: str


def take_impossible(query: str) -> tuple[str, list[Impossible]]:
    """``(the rest of the query, what was taken)``. Words in quotes are left alone."""
    tokens = Tokens(unquoted(query))
    kept, last, found = [], 0, []
    place = 0
    while place < len(tokens):
        read = next(filter(None, (way(tokens, place) for way in _WAYS)), None)
        if read is None or not _alone(query, tokens, place, read[1]):
            place += 1
            continue
        kind, after = read
        start, end = tokens.all[place].start, tokens.all[after - 1].end
        found.append(Impossible(kind, query[start:end]))
        kept.append(query[last : tokens.all[_begins(tokens, place)].start])
        last, place = end, after
    return (" ".join(" ".join([*kept, query[last:]]).split()), found) if found else (query, [])


_Read = tuple[str, int]


def _begins(tokens: Tokens, place: int) -> int:
    """The place of the first word that belongs to the time at ``place``: "på den 31 februari"."""
    while place and tokens.text(place - 1) in _BEFORE:
        place -= 1
    return place


def _alone(text: str, tokens: Tokens, first: int, after: int) -> bool:
    start, end = tokens.all[first].start, tokens.all[after - 1].end
    return not (text[start - 1 : start].strip(" \t\n(,.;:\"'") if start else "") and not text[end : end + 1].strip(
        " \t\n),.;:!?\"'"
    )


def _has(month: int, day: int, year: int | None) -> bool:
    return 1 <= day <= monthrange(year or _LEAP_YEAR, month)[1]


def _close(tokens: Tokens, first: int, last: int) -> bool:
    return all(tokens.joined(place) for place in range(first + 1, last + 1))


def _named_day(tokens: Tokens, place: int) -> _Read | None:
    """31 februari; 30:e feb 2027; february 30th. "mars 45" is no day, but hardly meant for one."""
    day, after = tokens.number(place), place + 1
    if day is not None:
        if tokens.text(after) == ":" and tokens.text(after + 1) in _ORDINALS:
            after += 2
        after += tokens.text(after) in _ORDINALS and tokens.joined(after)
        after += tokens.text(after) in {"of", "i"}
        month = MONTHS.get(tokens.text(after))
    else:
        month = MONTHS.get(tokens.text(place))
        day = tokens.number(after)
        if day is None or day > 31:
            return None
        after += tokens.text(after + 1) in _ORDINALS and tokens.joined(after + 1)
    if month is None:
        return None
    year = year_at(tokens, after + 1)
    return None if _has(month, day, year) else (DAY, after + 1 + (year is not None))


def _slashed_day(tokens: Tokens, place: int) -> _Read | None:
    """31/2, 31/4 2027."""
    day, month = tokens.number(place), tokens.number(place + 2)
    if tokens.text(place + 1) != "/" or day is None or month is None or not _close(tokens, place, place + 2):
        return None
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    year = year_at(tokens, place + 3)
    return None if _has(month, day, year) else (DAY, place + 3 + (year is not None))


def _iso(tokens: Tokens, place: int) -> _Read | None:
    """2027-02-30, 2027-13-01 and 2027-13."""
    year, month = year_at(tokens, place), tokens.number(place + 2)
    written = len(tokens.text(place + 2)) == 2 and _close(tokens, place, place + 2)
    if year is None or month is None or not tokens.is_dash(place + 1) or not written:
        return None
    day = tokens.number(place + 4) if tokens.is_dash(place + 3) and _close(tokens, place + 2, place + 4) else None
    if day is not None:
        return None if 1 <= month <= 12 and _has(month, day, year) else (DAY, place + 5)
    stretch = month == (year + 1) % 100 or tokens.text(place - 1) in _RECORDS or tokens.text(place - 2) in _RECORDS
    return None if 1 <= month <= 12 or stretch else (MONTH, place + 3)


def _week(tokens: Tokens, place: int) -> _Read | None:
    """v. 60; vecka 53 in a year that has 52."""
    if tokens.text(place) not in _WEEKS:
        return None
    at = place + 1 + (tokens.text(place + 1) == ".")
    number, year = tokens.number(at), year_at(tokens, at + 1)
    if number is None:
        return None
    weeks = date(year, 12, 28).isocalendar().week if year else 53
    return None if 1 <= number <= weeks else (WEEK, at + 1 + (year is not None))


def _hour(tokens: Tokens, place: int) -> _Read | None:
    """kl 25; klockan 9.75."""
    if tokens.text(place) not in _CLOCKS:
        return None
    at = place + 1 + (tokens.text(place + 1) == ".")
    hour = tokens.number(at)
    minutes = tokens.number(at + 2) if tokens.text(at + 1) in {".", ":"} and _close(tokens, at, at + 2) else None
    if hour is None or len(tokens.text(at + 2 if minutes is not None else at)) != 2:
        return None
    right = hour < 24 or (hour == 24 and not minutes)
    return None if right and (minutes or 0) < 60 else (HOUR, at + (3 if minutes is not None else 1))


_WAYS: tuple[Callable[[Tokens, int], _Read | None], ...] = (_iso, _named_day, _slashed_day, _week, _hour)
