"""The words for a time that is counted from today: "idag", "nästa vecka", "i fjol", "this month". Pure."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from .folding import fold

Bounds = tuple[date, date]
# The kind, what gives the days, and whether a time is meant whatever stands beside it.
Reading = tuple[str, Callable[[date], Bounds], bool]

_THIS = ("denna", "den här", "innevarande", "detta", "det här", "this", "the current", "i")
_NEXT = ("nästa", "nästkommande", "kommande", "next", "the next", "the coming")
_LAST = ("förra", "föregående", "last", "the last", "previous")
# The words for a stretch and what "i" may stand before: "i veckan", "i år".
_STRETCHES = {
    "week": ("vecka", "veckan", "week"),
    "month": ("månad", "månaden", "month"),
    "quarter": ("kvartal", "kvartalet", "quarter"),
    "year": ("år", "året", "year"),
    "weekend": ("helg", "helgen", "weekend"),
}
_AFTER_I = {"veckan", "månaden", "år", "helgen"}
_DAYS = {
    0: ("idag", "i dag", "today", "ikväll", "i kväll", "tonight"),
    1: ("imorgon", "i morgon", "imorron", "i morron", "imorrn", "tomorrow"),
    2: ("övermorgon", "i övermorgon", "iövermorgon", "day after tomorrow"),
    -1: ("igår", "i går", "yesterday"),
}
# "dagens möten", "årets möten": beside other words they may only mean what is current.
_OF_DAYS = {"dagens": 0, "morgondagens": 1, "gårdagens": -1}
_OF_STRETCHES = {
    "veckans": "week",
    "månadens": "month",
    "kvartalets": "quarter",
    "årets": "year",
    "helgens": "weekend",
}


def _day(offset: int) -> Callable[[date], Bounds]:
    def bounds(today: date) -> Bounds:
        day = today + timedelta(days=offset)
        return day, day

    return bounds


def _months(today: date, length: int, shift: int) -> Bounds:
    """The stretch of ``length`` months that today is in, moved ``shift`` such stretches."""
    count = (today.year * 12 + today.month - 1) // length * length + shift * length
    after = count + length
    return date(count // 12, count % 12 + 1, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


def _stretch(kind: str, shift: int) -> Callable[[date], Bounds]:
    def bounds(today: date) -> Bounds:
        if kind in {"week", "weekend"}:
            monday = today + timedelta(days=7 * shift - today.weekday())
            return monday + timedelta(days=5 if kind == "weekend" else 0), monday + timedelta(days=6)
        return _months(today, {"month": 1, "quarter": 3, "year": 12}[kind], shift)

    return bounds


# "om två veckor", "de närmaste tre månaderna".
NUMERALS = {
    fold(name): number
    for number, names in enumerate(
        ["en ett one a", "två two", "tre three", "fyra four", "fem five", "sex six"], start=1
    )
    for name in names.split()
}
UNITS = {
    fold(name): unit
    for unit, names in {
        "day": "dag dagar dagarna day days",
        "week": "vecka veckor veckorna week weeks",
        "month": "månad månader månaderna month months",
    }.items()
    for name in names.split()
}


def after(unit: str, number: int) -> Callable[[date], Bounds]:
    """The day, week or month that comes ``number`` of them after the one that is."""
    return _day(number) if unit == "day" else _stretch(unit, number)


def within(unit: str, number: int) -> Callable[[date], Bounds]:
    """From today, ``number`` days, weeks or months on."""

    def bounds(today: date) -> Bounds:
        if unit == "month":
            first, last = _months(today, 1, number)
            return today, min(first + timedelta(days=today.day - 1), last)
        return today, today + timedelta(days=number * (7 if unit == "week" else 1))

    return bounds


def _readings() -> Iterator[tuple[str, Reading]]:
    for offset, phrases in _DAYS.items():
        yield from ((phrase, ("day", _day(offset), True)) for phrase in phrases)
    for kind, nouns in _STRETCHES.items():
        for shift, befores in ((0, _THIS), (1, _NEXT), (-1, _LAST)):
            reading = (kind, _stretch(kind, shift), True)
            yield from (
                (f"{before} {noun}", reading)
                for noun in nouns
                for before in befores
                if before != "i" or noun in _AFTER_I
            )
    yield "i fjol", ("year", _stretch("year", -1), True)
    for phrase, offset in _OF_DAYS.items():
        yield phrase, ("day", _day(offset), False)
    for noun, kind in _OF_STRETCHES.items():
        yield noun, (kind, _stretch(kind, 0), False)
    for noun, kind in {"veckas": "week", "månads": "month", "års": "year"}.items():
        yield f"nästa {noun}", (kind, _stretch(kind, 1), True)


# Folded, as the words of a query are.
RELATIVE: dict[tuple[str, ...], Reading] = {tuple(fold(phrase).split()): reading for phrase, reading in _readings()}
