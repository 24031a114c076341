"""Swedish public holidays and the eves on which most people are free (lag 1989:253; the `holidays` library)."""

from datetime import date
from functools import lru_cache

import holidays

EVES = frozenset({"påskafton", "midsommarafton", "julafton", "nyårsafton", "pingstafton"})


def red_day(day: date) -> str:
    """The name of the public holiday in Swedish, with a small letter, or ''. Sundays alone give ''."""
    return _names(day.year).get(day, "")


def eve(day: date) -> str:
    """The name of the eve in Swedish, or ''."""
    return _eves(day.year).get(day, "")


@lru_cache(maxsize=64)
def _names(year: int) -> dict[date, str]:
    return {day: name.lower() for day, name in holidays.country_holidays("SE", years=year, language="sv").items()}


@lru_cache(maxsize=64)
def _eves(year: int) -> dict[date, str]:
    free = holidays.country_holidays("SE", years=year, language="sv", categories=("de_facto", "optional", "bank"))
    return {day: name.lower() for day, name in free.items() if name.lower() in EVES}
