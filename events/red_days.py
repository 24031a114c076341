"""Sweden's public holidays (lag 1989:253 om allmänna helgdagar), from the holidays library. Pure."""

from datetime import date
from functools import lru_cache

from holidays import country_holidays


@lru_cache(maxsize=32)
def _holidays(year: int) -> dict[date, str]:
    # Ordinary Sundays are red too, but nobody needs to be told that.
    return dict(country_holidays("SE", years=year, include_sundays=False, language="sv"))


def red_day(day: date) -> str:
    """The holiday's name as in running text, "annandag påsk" but "Kristi himmelsfärdsdag"; "" on other days."""
    name = _holidays(day.year).get(day, "")
    return name if name.startswith("Kristi") else name[:1].lower() + name[1:]
