"""Sweden's public holidays (lag 1989:253 om allmänna helgdagar), from the holidays library. Pure."""

from datetime import date
from functools import lru_cache

from holidays import country_holidays

_LIBRARY_CODES = {"en": "en_US"}


@lru_cache(maxsize=32)
def _holidays(year: int, language: str) -> dict[date, str]:
    # Ordinary Sundays are red too, but everybody knows that.
    return dict(country_holidays("SE", years=year, include_sundays=False, language=language))


def red_day(day: date, language: str = "sv") -> str:
    """The holiday's name as written in running text: "annandag påsk", "Kristi himmelsfärdsdag"; "" on other days.

    In ``language`` if the library has it ("en"), else in Swedish.
    """
    name = _holidays(day.year, _LIBRARY_CODES.get(language, "sv")).get(day, "")
    if language in _LIBRARY_CODES:
        return name
    return name if name.startswith("Kristi") else name[:1].lower() + name[1:]
