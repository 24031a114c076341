"""What to know about a day before placing a meeting on it, in Swedish words. Pure.

Red days are set by law (1989:253). Eves, bridge days and short days come from the holidays library. School breaks are
the usual ones in the Göteborg region, sportlov in week 7 and höstlov in week 44; each municipality decides its own.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter
from holidays import country_holidays

from .red_days import red_day

_DAY = timedelta(days=1)
_BETWEEN = "mellandagarna"


@lru_cache(maxsize=32)
def _other_days(year: int) -> dict[date, str]:
    """Days that have a name but are not red: eves, bridge days and days that end early."""
    found = country_holidays(
        "SE", years=year, include_sundays=False, language="sv", categories=("bank", "de_facto", "optional")
    )
    # "Trettondagsafton (från kl. 14.00)" is for banks; meetings have no such hour.
    return {day: name.partition(" (")[0].partition(";")[0].lower() for day, name in found.items()}


def closed_day(day: date) -> str:
    """The name of a day on which nobody schedules a meeting: red, an eve or between Christmas and New Year."""
    eve = _other_days(day.year).get(day, "")
    between = _BETWEEN if day.month == 12 and 27 <= day.day <= 30 else ""
    return red_day(day) or (eve if eve.endswith("afton") and not eve.startswith("dag före") else between)


def bridge_day(day: date) -> str:
    """ "klämdag", or why many leave early that day: "dag före Kristi himmelsfärdsdag"; "" on other days."""
    name = _other_days(day.year).get(day, "")
    usual = closed_day(day) or day.weekday() > 4 or name == "dag före pingstafton"  # which is an ordinary Friday
    return "" if usual else name.replace("kristi", "Kristi")


def school_break(day: date) -> str:
    """ "sportlov" and so on, where schools in the region are usually closed that day; "" on other days."""
    week = day.isocalendar().week
    since_easter = (day - easter(day.year)).days
    if week == 7:
        return "sportlov"
    if week == 44:
        return "höstlov"
    if -6 <= since_easter <= 5:  # the week before Easter or the one after, depending on the municipality
        return "påsklov"
    if (day.month, day.day) >= (12, 21) or (day.month, day.day) <= (1, 7):
        return "jullov"
    return "sommarlov" if date(day.year, 6, 14) <= day <= date(day.year, 8, 15) else ""


@dataclass(frozen=True)
class JudgedDay:
    """What is special about a day. Texts are Swedish as in running text, and "" if there is nothing."""

    day: date
    closed: str  # why nobody schedules a meeting on the day
    red: bool  # `closed` is a public holiday
    weekend: str  # "lördag" or "söndag"
    lesser: tuple[str, ...]  # bridge days and school breaks: worth knowing, but no reason to move a meeting

    @property
    def notes(self) -> list[str]:
        """All notes, the most serious first."""
        return [note for note in (self.closed, self.weekend, *self.lesser) if note]


@lru_cache(maxsize=4096)
def judge(day: date) -> JudgedDay:
    """Judge a day. The list reader, the paste preview, the year plan and the form's warnings all ask here."""
    weekend = {5: "lördag", 6: "söndag"}.get(day.weekday(), "")
    lesser = tuple(filter(None, (bridge_day(day), school_break(day))))
    return JudgedDay(day, closed_day(day), bool(red_day(day)), weekend, lesser)


def judge_span(first: date, last: date) -> list[JudgedDay]:
    """The special days among those from ``first`` to ``last``, inclusive."""
    days = (first + _DAY * offset for offset in range((last - first).days + 1))
    return [judged for judged in map(judge, days) if judged.notes]
