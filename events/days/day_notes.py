"""What a person should know of a day before she puts a meeting on it, in Swedish words. Pure.

Red days are law (1989:253). Eves, bridge days and short days come from the holidays library. School breaks are what
is usual in the Göteborg region: sportlov in week 7 and höstlov in week 44; each municipality decides its own.
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
    """Days that are not red but named: eves, bridge days and days that end early."""
    found = country_holidays(
        "SE", years=year, include_sundays=False, language="sv", categories=("bank", "de_facto", "optional")
    )
    # "Trettondagsafton (från kl. 14.00)" is how banks count; meetings have no such hour.
    return {day: name.partition(" (")[0].partition(";")[0].lower() for day, name in found.items()}


def closed_day(day: date) -> str:
    """The name of a day on which nobody is called to a meeting: red, an eve or between Christmas and New Year."""
    eve = _other_days(day.year).get(day, "")
    between = _BETWEEN if day.month == 12 and 27 <= day.day <= 30 else ""
    return red_day(day) or (eve if eve.endswith("afton") and not eve.startswith("dag före") else between)


def bridge_day(day: date) -> str:
    """ "klämdag", or why many leave early that day: "dag före Kristi himmelsfärdsdag"; "" on other days."""
    name = _other_days(day.year).get(day, "")
    usual = closed_day(day) or day.weekday() > 4 or name == "dag före pingstafton"  # a Friday like any other
    return "" if usual else name.replace("kristi", "Kristi")


def school_break(day: date) -> str:
    """ "sportlov" and so on, where schools in the region are usually closed that day; "" on other days."""
    week = day.isocalendar().week
    since_easter = (day - easter(day.year)).days
    if week == 7:
        return "sportlov"
    if week == 44:
        return "höstlov"
    if -6 <= since_easter <= 5:  # the week before Easter or the one after: municipalities differ
        return "påsklov"
    if (day.month, day.day) >= (12, 21) or (day.month, day.day) <= (1, 7):
        return "jullov"
    return "sommarlov" if date(day.year, 6, 14) <= day <= date(day.year, 8, 15) else ""


@dataclass(frozen=True)
class JudgedDay:
    """What there is to say of one day, each word in running Swedish text and "" where there is nothing."""

    day: date
    closed: str  # a day on which nobody is called to a meeting
    red: bool  # `closed` is a public holiday
    weekend: str  # "lördag" or "söndag"
    lesser: tuple[str, ...]  # bridge days and school breaks: worth knowing, no reason to move

    @property
    def notes(self) -> list[str]:
        """All of it, the gravest first."""
        return [note for note in (self.closed, self.weekend, *self.lesser) if note]


@lru_cache(maxsize=4096)
def judge(day: date) -> JudgedDay:
    """The one judgement of a day, for the list reader, the paste preview, the year plan and the form's warnings."""
    weekend = {5: "lördag", 6: "söndag"}.get(day.weekday(), "")
    lesser = tuple(filter(None, (bridge_day(day), school_break(day))))
    return JudgedDay(day, closed_day(day), bool(red_day(day)), weekend, lesser)


def judge_span(first: date, last: date) -> list[JudgedDay]:
    """The days from ``first`` to ``last``, both included, of which there is something to say."""
    days = (first + _DAY * offset for offset in range((last - first).days + 1))
    return [judged for judged in map(judge, days) if judged.notes]
