"""Takes the time that is meant out of a query: "nästa vecka", "mars 2027", "mellan 1 och 15 mars". Pure.

Only what is certain is taken: "maj" beside other words may be a name, and "mars" in "marsvin" is no month.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .points import FIRST_YEAR, LAST_YEAR, Point, Tokens, day_at, going_on, read
from .quoted import unquoted
from .relative import Bounds

# All words here are folded: see ``points.Token``.
# Words before a time that show that a time is meant, and belong to it.
_BEFORE = frozenset({"i", "in", "under", "during", "den", "the", "pa", "on", "of", "for", "till"}) | frozenset(
    {"borjan", "mitten", "slutet", "av", "hela", "beginning", "end", "early", "late"}
)
MOST_BEFORE = 4
_TWO_MONTHS = 62
_SIGNS = frozenset({"i", "in", "under", "during", "till"})
_BETWEEN = {"mellan": ("och", "till"), "between": ("and",)}
_FROM = (("fran", "och", "med"), ("from",), ("fran",), ("fr", ".", "o", ".", "m", "."), ("from", "och", "med"))
_TO = (("till", "och", "med"), ("till",), ("to",), ("until",), ("t", ".", "o", ".", "m", "."))
_LEFT = (("resten", "av"), ("the", "rest", "of"), ("rest", "of"), ("senare",), ("later",), ("senare", "under"))
_AFTER, _BY = frozenset({"efter", "after"}), frozenset({"fore", "innan", "before"})
# Days that have names and that people count from.
_NAMED = {
    **dict.fromkeys(["jul", "julen", "christmas"], (12, 24)),
    **dict.fromkeys(["nyar", "arsskiftet", "nyarsafton"], (12, 31)),
}
# What may not stand right before or after the words, which then are part of something else.
_STICKS_BEFORE = re.compile(r"[\w\-–—/@.:&'’+]$")
_STICKS_AFTER = re.compile(r"[\w\-–—/@&'’+]|[.:,]\w")


@dataclass(frozen=True)
class Period:
    """The days from ``first`` to ``last`` (inclusive) and the words that said so.

    ``kind`` is "day", "week", "month", "quarter", "half", "season", "year", "weekend" or "range". ``again`` are the
    same days of other years, the latest first, if no year was written. ``sure`` is False if the words may mean
    something else when other words stand beside them; ``relative`` if they count from today.
    """

    first: date
    last: date
    words: str
    kind: str
    sure: bool = True
    relative: bool = False
    again: tuple[Bounds, ...] = ()


def take_period(query: str, today: date) -> tuple[str, Period] | None:
    """``(the rest of the query, the Period)``, or None if ``query`` (lower case, NFC) names no time.

    The first that is sure is taken, else the first. Words in quotes are left alone.
    """
    readable = unquoted(query)
    tokens = Tokens(readable)
    best: tuple[str, Period] | None = None
    place = 0
    while place < len(tokens):
        found = _read(tokens, place, readable, today)
        if found is None:
            place += 1
            continue
        after, period = found
        start, end = tokens.all[place].start, tokens.all[after - 1].end
        taken = f"{query[:start].rstrip()} {query[end:].lstrip()}".strip(), replace(period, words=query[start:end])
        if period.sure:
            return taken
        best = best or taken
        place = after
    return best


def _read(tokens: Tokens, place: int, text: str, today: date) -> tuple[int, Period] | None:
    """``(the place after it, the period)`` that begins at the token ``place`` and stands by itself."""
    begins = place
    signed = False
    # A few words before it: "på den 12 mars", "i slutet av mars".
    while place - begins < MOST_BEFORE and tokens.text(place) in _BEFORE and read(tokens, place) is None:
        signed = signed or tokens.text(place) in _SIGNS
        place += 1
    for way in (_between, _from, _compared, _rest, _dashed, _paired, _single):
        found = way(tokens, place, today)
        if found and _alone(text, tokens, begins, found[0]):
            after, period = found
            return after, replace(period, sure=period.sure or signed)
    return None


def _alone(text: str, tokens: Tokens, first: int, after: int) -> bool:
    start, end = tokens.all[first].start, tokens.all[after - 1].end
    return not _STICKS_BEFORE.search(text[max(0, start - 1) : start]) and not _STICKS_AFTER.match(text[end : end + 2])


def _single(tokens: Tokens, place: int, today: date) -> tuple[int, Period] | None:
    point = read(tokens, place)
    bounds = point.resolved(today) if point else None
    if point is None or bounds is None:
        return None
    kind = {"weekday": "day", "of year": "year", "feast": "range"}.get(point.kind, point.kind)
    relative = point.bounds is not None or point.kind == "weekday"
    again = () if relative or point.year is not None else _again(point, bounds)
    return point.end, Period(*bounds, "", kind, point.sure, relative, again)


def _again(point: Point, bounds: Bounds) -> tuple[Bounds, ...]:
    """The same days in the ten years before, the latest first, and in the year after."""
    near = [bounds[0].year - back for back in (*range(1, 11), -1)]
    return tuple(found for year in near if (found := point.in_year(year)))


def _between(tokens: Tokens, place: int, today: date) -> tuple[int, Period] | None:
    """mellan 1 och 15 mars; between 1 march and 3 april."""
    joints = _BETWEEN.get(tokens.text(place))
    if joints is None:
        return None
    return _range(tokens, place + 1, lambda at: at + (tokens.text(at) in joints), today)


def _from(tokens: Tokens, place: int, today: date) -> tuple[int, Period] | None:
    """från 1 mars till 15 april; från och med 1 mars; till och med 1 mars."""
    if after := _phrase(tokens, place, _FROM):
        found = _range(tokens, after, lambda at: _phrase(tokens, at, _TO) or _dash(tokens, at), today)
        return found or _open(tokens, after, today, lambda bounds: (bounds[0], date(LAST_YEAR, 12, 31)))
    if (after := _phrase(tokens, place, _TO)) and after > place + 1:
        return _open(tokens, after, today, lambda bounds: _until(bounds[1], today))
    return None


def _compared(tokens: Tokens, place: int, today: date) -> tuple[int, Period] | None:
    """efter 1 mars; före jul."""
    if tokens.text(place) in _AFTER:
        return _open(tokens, place + 1, today, lambda bounds: (bounds[1] + timedelta(days=1), date(LAST_YEAR, 12, 31)))
    if tokens.text(place) in _BY:
        return _open(tokens, place + 1, today, lambda bounds: _until(bounds[0] - timedelta(days=1), today))
    return None


def _rest(tokens: Tokens, place: int, today: date) -> tuple[int, Period] | None:
    """resten av året; senare i vår; later this month: what is left of it."""
    after = _phrase(tokens, place, _LEFT)
    after += bool(after) and tokens.text(after) == "i" and read(tokens, after) is None
    after += bool(after) and tokens.text(after) == "the"
    point = (going_on(tokens, after) or read(tokens, after)) if after else None
    bounds = point.resolved(today) if point else None
    if point is None or bounds is None or bounds[1] < today:
        return None
    return point.end, Period(max(bounds[0], today), bounds[1], "", "range")


def _until(last: date, today: date) -> Bounds:
    """From today, or from the beginning if that day has been."""
    return (today if last >= today else date(FIRST_YEAR, 1, 1)), last


def _open(tokens: Tokens, place: int, today: date, bounds_of: Callable[[Bounds], Bounds]) -> tuple[int, Period] | None:
    place += tokens.text(place) in {"den", "the"}
    named = _NAMED.get(tokens.text(place))
    point = Point("day", place + 1, month=named[0], day=named[1]) if named else read(tokens, place)
    bounds = point.resolved(today) if point else None
    if point is None or bounds is None or (point.kind == "year" and not point.year):
        return None
    first, last = bounds_of(bounds)
    return (point.end, Period(first, last, "", "range")) if first <= last else None


def _dashed(tokens: Tokens, place: int, today: date) -> tuple[int, Period] | None:
    """12–14 mars; mars till maj 2027; v. 10–12; 2027-03-01 – 2027-03-15."""
    return _range(tokens, place, lambda at: _dash(tokens, at) or _phrase(tokens, at, _TO), today)


def _paired(tokens: Tokens, place: int, today: date) -> tuple[int, Period] | None:
    """12 och 13 mars; mars och april: two that follow each other."""
    found = _range(tokens, place, lambda at: at + 1 if tokens.text(at) in {"och", "and", "&"} else 0, today)
    first = next(_beginnings(tokens, place), None)
    if found is None or first is None:
        return None
    days = (found[1].last - found[1].first).days
    return found if days == 1 or (first.kind == "month" and days < _TWO_MONTHS) else None


def _dash(tokens: Tokens, place: int) -> int:
    """The place after a dash; 0 if there is none."""
    return place + 1 if tokens.is_dash(place) else 0


def _phrase(tokens: Tokens, place: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """The place after the longest of ``phrases`` that stands at ``place``; 0 if none does."""
    fitting = [
        len(phrase)
        for phrase in phrases
        if all(tokens.text(place + offset) == word for offset, word in enumerate(phrase))
    ]
    return place + max(fitting) if fitting else 0


def _range(tokens: Tokens, place: int, joint: Callable[[int], int], today: date) -> tuple[int, Period] | None:
    """From one time to another. ``joint(place)`` is the place after what joins them; that place itself or 0 if nothing
    does."""
    for first in _beginnings(tokens, place):
        at = joint(first.end)
        last = read(tokens, at) if at > first.end else None
        last = last or (_second_week(tokens, first, at) if at > first.end else None)
        bounds = last and _bounds(first, last, today)
        if last and bounds:
            return last.end, Period(*bounds, "", "range", sure=last.kind != "year")
    return None


def _beginnings(tokens: Tokens, place: int) -> Iterator[Point]:
    """What may stand first in a range: a time, or the number of a day in the month that follows."""
    day, after = day_at(tokens, place + (tokens.text(place) in {"den", "the"}))
    if day is not None:
        yield Point("number", after, day=day)
    if point := read(tokens, place):
        yield point


def _second_week(tokens: Tokens, first: Point, place: int) -> Point | None:
    """The last week of "v. 10–12", or the last day of "march 1–5"."""
    number = tokens.number(place)
    if number is None or first.year is not None:
        return None
    if first.kind == "week" and 1 <= number <= 53:
        return replace(first, number=number, end=place + 1)
    if first.kind == "day" and first.bounds is None and first.weekday is None and 1 <= number <= 31:
        return replace(first, day=number, end=place + 1)
    return None


def _bounds(first: Point, last: Point, today: date) -> Bounds | None:
    """From the first day of ``first`` to the last day of ``last``; None if they are not in order.

    A year, or a month, that is written once belongs to both.
    """
    if first.kind == "number":
        if last.kind != "day" or last.bounds is not None:
            return None
        first = replace(last, day=first.day, weekday=None)
    if first.kind == "year" and last.kind != "year":
        return None
    end = last.resolved(today)
    if end is None or first.bounds is not None:
        return None
    start = first.resolved(today) if first.year is not None else _latest_before(first, end)
    return (start[0], end[1]) if start and start[0] <= end[1] else None


def _latest_before(point: Point, end: Bounds) -> Bounds | None:
    """``point`` in the year of ``end``, or in the year before if it comes after ("december till februari")."""
    if point.kind == "weekday":
        return None
    found = [bounds for back in (0, 1) if (bounds := point.in_year(end[0].year - back))]
    return next((bounds for bounds in found if bounds[0] <= end[0]), None)
