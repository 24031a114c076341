"""The feasts that people date by: "i jul", "efter påsk". Pure."""

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter

from .relative import Bounds


def _from_easter(year: int, first: int, last: int) -> Bounds:
    sunday = easter(year)
    return sunday + timedelta(days=first), sunday + timedelta(days=last)


def _midsummer(year: int) -> Bounds:
    """Midsummer's eve is a Friday, 19-25 June (lag 1989:253 puts the day itself on the Saturday after)."""
    first = date(year, 6, 19)
    eve = first + timedelta(days=(4 - first.weekday()) % 7)
    return eve, eve + timedelta(days=1)


# Folded. "jul" is also short for a month.
FEASTS: dict[str, Callable[[int], Bounds]] = {
    **dict.fromkeys(["jul", "julen", "julhelgen", "christmas"], lambda year: (date(year, 12, 24), date(year, 12, 26))),
    **dict.fromkeys(["nyar", "nyarshelgen"], lambda year: (date(year, 12, 31), date(year + 1, 1, 1))),
    **dict.fromkeys(["pask", "pasken", "paskhelgen", "easter"], lambda year: _from_easter(year, -2, 1)),
    **dict.fromkeys(["pingst", "pingsten"], lambda year: _from_easter(year, 48, 49)),
    **dict.fromkeys(["midsommar", "midsommarhelgen", "midsummer"], _midsummer),
}
