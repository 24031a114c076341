"""Reads one point in time in the words of a query: a day, a week, a month, a quarter, a season or a year. Pure.

``read`` looks at a bounded number of tokens, so that a query is read in a time that grows with its length. A ``Point``
without a year is resolved when today is known: it is then the one that is going on or comes next.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .dates import MONTHS, WEEKDAYS
from .feasts import FEASTS
from .folding import fold
from .relative import NUMERALS, RELATIVE, UNITS, Bounds, after, within

FIRST_YEAR, LAST_YEAR = 1900, 2099
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
_DASHES = frozenset("-–—\u2010\u2011")
# A weekday that is written out has as many letters at least.
_LONG = 6
_ORDINALS = frozenset({"a", "e", "st", "nd", "rd", "th"})
# Month names that are also names or words of their own: they need a sign that a time is meant.
_UNSURE = frozenset({"maj", "may", "march", "june", "august", "mar", "jan", "dec", "nov", "sep"})
# "v" and "q" count only with a figure beside them.
_WEEK_WORDS = frozenset({"v", "vecka", "veckan", "week", "wk"})
_SEASONS = {
    **dict.fromkeys(["våren", "varen", "vår", "vårterminen", "varterminen", "vt", "spring"], (1, 6)),
    **dict.fromkeys(["sommaren", "sommar", "summer"], (6, 8)),
    **dict.fromkeys(["hösten", "hosten", "höst", "höstterminen", "hostterminen", "ht", "autumn", "fall"], (8, 12)),
    **dict.fromkeys(["vintern", "vinter", "winter"], (12, 2)),
}
# The season that has been: "i våras".
_BEEN = {"våras": (1, 6), "somras": (6, 8), "höstas": (8, 12), "vintras": (12, 2)}
_NEXT, _LAST = frozenset({"nasta", "nastkommande", "next"}), frozenset({"forra", "last", "previous"})
# The seasons that mean a time without a year too, if nothing else is asked for.
_DEFINITE = frozenset({"våren", "vårterminen", "sommaren", "hösten", "höstterminen", "vintern"})
_NUMERALS = {
    name: number
    for number, names in enumerate(["forsta first", "andra second", "tredje third", "fjarde fourth"], start=1)
    for name in names.split()
}


@dataclass(frozen=True)
class Token:
    """``text`` is folded, since many people write no dots: "nasta vecka"."""

    text: str
    written: str
    start: int
    end: int


@dataclass(frozen=True)
class Point:
    """A time as it is written, up to the token ``end``. ``number`` is the week or quarter, ``months`` a season's first
    and last month, ``bounds`` what a word as "idag" says; ``weekday`` is 0 for Monday.

    ``sure`` is False if the words may also mean something else.
    """

    kind: str
    end: int
    year: int | None = None
    month: int = 0
    day: int = 0
    number: int = 0
    months: tuple[int, int] = (0, 0)
    weekday: int | None = None
    bounds: Callable[[date], Bounds] | None = None
    feast: Callable[[int], Bounds] | None = None
    sure: bool = True

    def in_year(self, year: int) -> Bounds | None:
        """``(first day, last day)`` in that year; None if the year lacks it (29 February, week 53)."""
        try:
            return _BOUNDS[self.kind](self, year)
        except ValueError:
            return None

    def resolved(self, today: date) -> Bounds | None:
        """``(first day, last day)``: the one that is going on or comes next if no year is written."""
        if self.bounds:
            return self.bounds(today)
        if self.kind == "weekday":
            day = today + timedelta(days=((self.weekday or 0) - today.weekday()) % 7)
            return day, day
        if self.year is not None:
            return self.in_year(self.year)
        coming = [found for year in range(today.year - 1, today.year + 9) if (found := self.in_year(year))]
        coming = [found for found in coming if found[1] >= today]
        return self._on_weekday(coming, today) or next(iter(coming), None)

    def _on_weekday(self, coming: Sequence[Bounds], today: date) -> Bounds | None:
        """For "fredag 27 november", the year within one from today in which that day is a Friday."""
        if self.weekday is None:
            return None
        near = [*coming[:1], self.in_year(today.year), self.in_year(today.year - 1), *coming[1:2]]
        return next((found for found in near if found and found[0].weekday() == self.weekday), None)


def _month_bounds(first: int, last: int, year: int) -> Bounds:
    end = date(year + (last < first), last, 28) + timedelta(days=4)
    return date(year, first, 1), end - timedelta(days=end.day)


def _week_bounds(point: Point, year: int) -> Bounds:
    monday = date.fromisocalendar(year, point.number, 1)
    return monday, monday + timedelta(days=6)


def _day_bounds(point: Point, year: int) -> Bounds:
    day = date(year, point.month, point.day)
    return day, day


_BOUNDS: dict[str, Callable[[Point, int], Bounds]] = {
    "day": _day_bounds,
    "week": _week_bounds,
    "month": lambda point, year: _month_bounds(point.month, point.month, year),
    "quarter": lambda point, year: _month_bounds(point.number * 3 - 2, point.number * 3, year),
    "half": lambda point, year: _month_bounds(point.number * 6 - 5, point.number * 6, year),
    "season": lambda point, year: _month_bounds(*point.months, year),
    "year": lambda point, year: _month_bounds(1, 12, year),
    "feast": lambda point, year: point.feast(year) if point.feast else _month_bounds(1, 12, year),
}


class Tokens:
    """The words, figures and signs of a text, with where they stand."""

    def __init__(self, text: str) -> None:
        self.all = [Token(fold(match.group()), match.group(), *match.span()) for match in _TOKEN.finditer(text)]

    def __len__(self) -> int:
        return len(self.all)

    def text(self, place: int) -> str:
        """The token at ``place``; '' after the last."""
        return self.all[place].text if 0 <= place < len(self.all) else ""

    def written(self, place: int) -> str:
        """The same as it is written, for words that are others without dots: "vår", "var"."""
        return self.all[place].written if 0 <= place < len(self.all) else ""

    def joined(self, place: int) -> bool:
        """Whether nothing stands between the token and the one before it."""
        return 0 < place < len(self.all) and self.all[place - 1].end == self.all[place].start

    def number(self, place: int, longest: int = 2) -> int | None:
        """The figure at ``place``, if it has at most ``longest`` digits."""
        text = self.text(place)
        return int(text) if text.isascii() and text.isdigit() and len(text) <= longest else None

    def is_dash(self, place: int) -> bool:
        return self.text(place) in _DASHES


def read(tokens: Tokens, place: int) -> Point | None:
    """The time that begins at the token ``place``, the longest way to read it; None if none does."""
    found = next(filter(None, (way(tokens, place) for way in _WAYS)), None)
    return found if found is None or found.year is None or FIRST_YEAR <= found.year <= LAST_YEAR else None


def year_at(tokens: Tokens, place: int) -> int | None:
    text = tokens.text(place)
    found = int(text) if len(text) == 4 and text.isascii() and text.isdigit() else 0
    return found if FIRST_YEAR <= found <= LAST_YEAR else None


def _with_year(tokens: Tokens, point: Point) -> Point:
    """``point`` with the year that follows it, if one does: "2027", ", 2027" or "nästa år"."""
    place = point.end
    if tokens.text(place) in {",", "of"} and not tokens.is_dash(place):
        place += 1
    year = year_at(tokens, place)
    if year is not None and not (tokens.joined(place) and tokens.is_dash(place - 1)):
        return replace(point, year=year, end=place + 1, sure=True)
    return point


def _iso(tokens: Tokens, place: int) -> Point | None:
    """2027-03-12 and 2027-03."""
    year, month = year_at(tokens, place), tokens.number(place + 2)
    if year is None or month is None or not tokens.is_dash(place + 1) or not _close(tokens, place, place + 2):
        return None
    day = tokens.number(place + 4)
    if day is not None and tokens.is_dash(place + 3) and _close(tokens, place + 2, place + 4):
        return _valid(Point("day", place + 5, year=year, month=month, day=day))
    return _valid(Point("month", place + 3, year=year, month=month)) if len(tokens.text(place + 2)) == 2 else None


def _compact(tokens: Tokens, place: int) -> Point | None:
    """20270312."""
    text = tokens.text(place)
    if len(text) != 8 or not text.isascii() or not text.isdigit():
        return None
    return _valid(Point("day", place + 1, year=int(text[:4]), month=int(text[4:6]), day=int(text[6:])))


def _close(tokens: Tokens, first: int, last: int) -> bool:
    return all(tokens.joined(place) for place in range(first + 1, last + 1))


def _valid(point: Point) -> Point | None:
    """``point`` if some year has it: no month has 32 days."""
    return point if point.in_year(point.year or 2024) else None  # 2024 is a leap year


def _day(tokens: Tokens, place: int) -> Point | None:
    """fredag den 12:e mars 2027, friday 12th of march, march 12, 2027, 12/3 2027, 12.3.2027."""
    weekday = _weekday_number(tokens.written(place))
    start = place + (weekday is not None)
    start += weekday is not None and tokens.text(start) in {",", "."}
    start += tokens.text(start) in {"den", "the"}
    found = next(filter(None, (way(tokens, start) for way in (_day_month, _month_day, _slashed, _dotted))), None)
    return None if found is None else replace(found, weekday=weekday)


def _day_month(tokens: Tokens, place: int) -> Point | None:
    day, after = day_at(tokens, place)
    if day is None:
        return None
    after += tokens.text(after) in {"of", "i"}
    month = MONTHS.get(tokens.text(after))
    if month is None:
        return None
    found = _valid(Point("day", _after_name(tokens, after), month=month, day=day))
    return found and _with_year(tokens, found)


def _after_name(tokens: Tokens, place: int) -> int:
    """The place after the month's name and the full stop of a short one."""
    short = len(tokens.text(place)) <= 4 and tokens.text(place + 1) == "." and tokens.joined(place + 1)
    return place + 1 + short


def day_at(tokens: Tokens, place: int) -> tuple[int | None, int]:
    """The number of a day ("12", "12:e", "12th") and the place after it."""
    day, after = tokens.number(place), place + 1
    if day is None or not 1 <= day <= 31:
        return None, place
    if tokens.text(after) == ":" and _close(tokens, place, after + 1) and tokens.text(after + 1) in _ORDINALS:
        return day, after + 2
    return day, after + (tokens.joined(after) and tokens.text(after) in _ORDINALS)


def _month_day(tokens: Tokens, place: int) -> Point | None:
    month = MONTHS.get(tokens.text(place))
    after = _after_name(tokens, place)
    day, after = day_at(tokens, after)
    if month is None or day is None:
        return None
    found = _valid(Point("day", after, month=month, day=day))
    return found and _with_year(tokens, found)


def _slashed(tokens: Tokens, place: int) -> Point | None:
    day, month = tokens.number(place), tokens.number(place + 2)
    if day is None or month is None or tokens.text(place + 1) != "/" or not _close(tokens, place, place + 2):
        return None
    found = _valid(Point("day", place + 3, month=month, day=day))
    if found and (tokens.is_dash(place + 3) or tokens.text(place + 3) == "/") and _close(tokens, place + 2, place + 4):
        year = year_at(tokens, place + 4)
        return replace(found, year=year, end=place + 5) if year else found
    return found and _with_year(tokens, found)


def _dotted(tokens: Tokens, place: int) -> Point | None:
    day, month, year = tokens.number(place), tokens.number(place + 2), year_at(tokens, place + 4)
    if day is None or month is None or year is None or not _close(tokens, place, place + 4):
        return None
    if {tokens.text(place + 1), tokens.text(place + 3)} != {"."}:
        return None
    return _valid(Point("day", place + 5, year=year, month=month, day=day))


def _month(tokens: Tokens, place: int) -> Point | None:
    name = tokens.text(place)
    month = MONTHS.get(name)
    if month is None:
        return None
    if tokens.number(place - 1) is not None:
        return None  # "30 februari" is no day, and hardly the month
    sure = name not in _UNSURE and len(name) > 3
    return _of_year(tokens, Point("month", _after_name(tokens, place), month=month, sure=sure))


def _of_year(tokens: Tokens, point: Point) -> Point:
    """``point`` in the year that follows it, or in "nästa år"."""
    found = _with_year(tokens, point)
    if found.year is None and (said := _relative(tokens, found.end)) and said.kind == "of year":
        return replace(found, bounds=_in_said_year(found, said), end=said.end, sure=True)
    return found


def _in_said_year(point: Point, said: Point) -> Callable[[date], Bounds]:
    def bounds(today: date) -> Bounds:
        assert said.bounds is not None  # noqa: S101 - what ``_relative`` reads has them; for mypy
        whole = said.bounds(today)
        return point.in_year(whole[0].year) or whole

    return bounds


def _week(tokens: Tokens, place: int) -> Point | None:
    if tokens.text(place) not in _WEEK_WORDS:
        return None
    after = place + 1 + (tokens.text(place + 1) == ".")
    number = tokens.number(after)
    if number is None or not 1 <= number <= 53:
        return None
    return _of_year(tokens, Point("week", after + 1, number=number))


def _part_of_year(tokens: Tokens, place: int) -> Point | None:
    """q1 2027, kvartal 1, första kvartalet 2027, second quarter of 2027, första halvåret 2027."""
    word, number = tokens.text(place), tokens.number(place + 1)
    if number in range(1, 5) and (word in {"kvartal", "quarter"} or (word == "q" and tokens.joined(place + 1))):
        return _of_year(tokens, Point("quarter", place + 2, number=number or 0))
    ordinal = _NUMERALS.get(word)
    if ordinal and tokens.text(place + 1) in {"kvartalet", "quarter"}:
        return _of_year(tokens, Point("quarter", place + 2, number=ordinal))
    if ordinal in {1, 2} and tokens.text(place + 1) in {"halvaret", "half"}:
        half = Point("half", place + 2, number=ordinal or 0)
        found = _of_year(tokens, half)
        return found if tokens.text(place + 1) == "halvaret" or found.year else None
    return None


def _feast(tokens: Tokens, place: int) -> Point | None:
    name = tokens.text(place)
    days = FEASTS.get(name)
    # In English it is July, and with a year too.
    if days is None or (name == "jul" and (tokens.text(place - 1) in {"in", "of"} or year_at(tokens, place + 1))):
        return None
    return _with_year(tokens, Point("feast", place + 1, feast=days, sure=False))


def _season(tokens: Tokens, place: int) -> Point | None:
    if tokens.text(place) == "i" and (been := _BEEN.get(tokens.written(place + 1))):
        return Point(
            "season", place + 2, bounds=_season_beside(been, lambda season, today: season[0] <= today, last=True)
        )
    if tokens.text(place) in _NEXT | _LAST and (months := _SEASONS.get(tokens.written(place + 1))):
        last = tokens.text(place) in _LAST
        return Point("season", place + 2, bounds=_season_beside(months, _been if last else _to_come, last=last))
    if tokens.text(place) in {"this", "denna"} and (months := _SEASONS.get(tokens.written(place + 1))):
        return Point("season", place + 2, months=months)
    months = _SEASONS.get(tokens.written(place))
    if months is None:
        return None
    season = Point("season", place + 1, months=months)
    if tokens.joined(place + 1) and (short := tokens.number(place + 1)) is not None and 0 < short < 100:
        return replace(season, year=2000 + short, end=place + 2)
    found = _of_year(tokens, season)
    if found.year or found.bounds:
        return found
    if tokens.written(place) in _DEFINITE:
        return replace(season, sure=False)
    return season if _said_season(tokens, place) else None


def _been(season: Bounds, today: date) -> bool:
    return season[1] < today


def _to_come(season: Bounds, today: date) -> bool:
    return season[0] > today


def _season_beside(
    months: tuple[int, int], fits: Callable[[Bounds, date], bool], *, last: bool
) -> Callable[[date], Bounds]:
    """The nearest season that fits, the ``last`` such or the first: "nästa höst" is not the one that is going on."""

    def bounds(today: date) -> Bounds:
        near = [_month_bounds(*months, today.year + shift) for shift in (-2, -1, 0, 1, 2)]
        fitting = [season for season in near if fits(season, today)]
        return fitting[-1 if last else 0]

    return bounds


def _said_season(tokens: Tokens, place: int) -> bool:
    """Whether it is "i höst" or "in spring", or "i vår" at the end, where it does not mean "in our"."""
    name = tokens.written(place)
    if tokens.text(place - 1) == "in":
        return name in {"spring", "summer", "autumn", "fall", "winter"}
    return tokens.text(place - 1) == "i" and (
        name in {"höst", "sommar", "vinter"} or (name == "vår" and place + 1 == len(tokens))
    )


def _year(tokens: Tokens, place: int) -> Point | None:
    year = year_at(tokens, place)
    return None if year is None else Point("year", place + 1, year=year, sure=False)


def _forms(word: str) -> set[str]:
    """The ways to write a weekday. Without dots "mån" is "man" and "sön" is "son", so short ones are written so only
    as they are."""
    if len(word) < _LONG:
        return {word}
    endings = ("", "en", "ens") if word.endswith("dag") else ("",)
    return {form for ending in endings for form in (word + ending, fold(word) + ending)}


_WEEKDAY_NUMBERS = {
    form: list(dict.fromkeys(WEEKDAYS.values())).index(names)
    for word, names in WEEKDAYS.items()
    for form in _forms(word)
}


def _weekday_number(word: str) -> int | None:
    return _WEEKDAY_NUMBERS.get(word)


def _weekday(tokens: Tokens, place: int) -> Point | None:
    """måndag; "nästa måndag" is the one of the next week, "på måndag" the coming one that is not today, in either
    language, and "this monday" the coming one, which may be today."""
    words = ("nasta", "next", "forra", "last", "denna", "this", "pa", "nu", "on")
    before = tokens.text(place)
    after = place + (before in words) + (before == "nu" and tokens.text(place + 1) == "pa")
    if before == "i" and tokens.text(place + 1).endswith("s"):
        return _weekday_been(tokens, place)
    number = _weekday_number(tokens.written(after))
    if number is None or len(tokens.text(after)) < _LONG or tokens.text(place - 1) in _EACH:
        return None
    said = _relative(tokens, after + 1) or _counted(tokens, after + 1)
    if said is not None and said.kind == "week":
        return Point("day", said.end, bounds=_in_week(number, said))
    if before in {"nasta", "next", "forra", "last"}:
        weeks = 1 if before in {"nasta", "next"} else -1

        def of_week(today: date) -> Bounds:
            day = today + timedelta(days=number - today.weekday() + 7 * weeks)
            return day, day

        return Point("day", after + 1, bounds=of_week)
    if after > place and tokens.text(after - 1) in {"pa", "on"}:

        def following(today: date) -> Bounds:
            day = today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
            return day, day

        return Point("day", after + 1, bounds=following)
    return Point("weekday", after + 1, weekday=number, sure=after > place)


# "varje måndag" is no day.
_EACH = frozenset({"varje", "alla", "every", "each"})


def _weekday_been(tokens: Tokens, place: int) -> Point | None:
    """i måndags."""
    number = _weekday_number(tokens.written(place + 1)[:-1])
    if number is None or len(tokens.text(place + 1)) <= _LONG:
        return None

    def bounds(today: date) -> Bounds:
        day = today - timedelta(days=(today.weekday() - number - 1) % 7 + 1)
        return day, day

    return Point("day", place + 2, bounds=bounds)


def _in_week(weekday: int, said: Point) -> Callable[[date], Bounds]:
    """That day of the week that ``said`` says: "måndag nästa vecka"."""

    def bounds(today: date) -> Bounds:
        assert said.bounds is not None  # noqa: S101 - what ``_relative`` reads has them; for mypy
        day = said.bounds(today)[0] + timedelta(days=weekday)
        return day, day

    return bounds


def _relative(tokens: Tokens, place: int) -> Point | None:
    for length in (3, 2, 1):
        words = tuple(tokens.text(place + offset) for offset in range(length))
        if words in RELATIVE:
            kind, bounds, sure = RELATIVE[words]
            return Point("of year" if kind == "year" else kind, place + length, bounds=bounds, sure=sure)
    return None


# How far people look ahead who do not say how far.
_SEVERAL = {
    **dict.fromkeys(["dagarna", "days"], ("day", 7)),
    **dict.fromkeys(["veckorna", "weeks"], ("week", 4)),
    **dict.fromkeys(["manaderna", "months"], ("month", 3)),
}


def going_on(tokens: Tokens, place: int) -> Point | None:
    """The week, month or year that is, where the word for it stands alone: "resten av året"."""
    reading = RELATIVE.get(("denna", tokens.text(place)))
    return Point(reading[0], place + 1, bounds=reading[1]) if reading else None


def _counted(tokens: Tokens, place: int) -> Point | None:
    """om två veckor; de närmaste 14 dagarna; in three weeks; the next two months; kommande veckorna."""
    article = tokens.text(place) in {"de", "the"}
    word = tokens.text(place + article)
    several = _SEVERAL.get(tokens.text(place + article + 1))
    if several and word in {"narmaste", "kommande", "next", "coming"}:
        return Point("range", place + article + 2, bounds=within(*several))
    name = tokens.text(place + article + 1)
    number = NUMERALS.get(name) or tokens.number(place + article + 1)
    unit = UNITS.get(tokens.text(place + article + 2))
    if number is None or unit is None:
        return None
    if word in {"om", "in"} and not article:
        return Point(unit, place + 3, bounds=after(unit, number))
    if word in {"narmaste", "kommande", "next", "coming"}:
        return Point("range", place + article + 3, bounds=within(unit, number))
    return None


def _year_first(tokens: Tokens, place: int) -> Point | None:
    """2027 mars; 2027 v. 12; 2027 kvartal 1."""
    year = year_at(tokens, place)
    if year is None or tokens.joined(place + 1):
        return None
    found = next(filter(None, (way(tokens, place + 1) for way in (_week, _part_of_year, _month))), None)
    if found is None or found.year is not None or found.bounds is not None:
        return None
    return replace(found, year=year, sure=True)


_WAYS: tuple[Callable[[Tokens, int], Point | None], ...] = (
    _iso, _compact, _day, _counted, _relative, _year_first, _week, _part_of_year, _weekday, _feast, _month, _season,
    _year,
)  # fmt: skip
