"""The eves on which most people in Sweden are free, from the holidays library. They are not public holidays."""

from datetime import date
from functools import lru_cache

from holidays import country_holidays

_FREE = frozenset({"påskafton", "pingstafton", "midsommarafton", "julafton", "nyårsafton"})


def eve(day: date) -> str:
    """The eve's name in Swedish, in lower case; "" on other days."""
    return _eves(day.year).get(day, "")


@lru_cache(maxsize=32)
def _eves(year: int) -> dict[date, str]:
    free = country_holidays("SE", years=year, language="sv", categories=("bank", "de_facto", "optional"))
    return {day: name.lower() for day, name in free.items() if name.lower() in _FREE}
