"""Writes a series' rule in English: "the second Tuesday of every month until 15 December 2026". Pure."""

from ..days.date_format import WEEKDAYS, format_date
from .recurrence import Rule

_POSITIONS = {
    1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth",
    -1: "last", -2: "second last", -3: "third last", -4: "fourth last", -5: "fifth last",
}  # fmt: skip
_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}


def describe(rule: Rule) -> str:
    parts = [_days(rule), _every(rule), _end(rule)]
    return " ".join(part for part in parts if part)


def _every(rule: Rule) -> str:
    unit = _UNITS[rule.frequency]
    every = {1: f"every {unit}", 2: f"every other {unit}"}.get(
        rule.interval, f"every {_ordinal(rule.interval)} {unit}"
    )
    of_a_longer_time = rule.frequency in {"MONTHLY", "YEARLY"} and (rule.weekdays or rule.month_days)
    return f"of {every}" if of_a_longer_time else every


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _days(rule: Rule) -> str:
    if rule.weekdays:
        return _join([_weekday(*day) for day in rule.weekdays])
    return _join([_month_day(day) for day in rule.month_days])


def _weekday(day: int, position: int) -> str:
    name = WEEKDAYS["en"][day]
    return f"the {_POSITIONS[position]} {name}" if position else f"{name}s"


def _month_day(day: int) -> str:
    if day > 0:
        return f"the {_ordinal(day)}"
    return "the last day" if day == -1 else f"the {_ordinal(-day)} last day"


def _end(rule: Rule) -> str:
    if rule.until:
        return f"until {format_date(rule.until, weekday=False, language='en')}"
    if rule.count:
        return "once" if rule.count == 1 else f"{rule.count} times"
    return ""


def _join(words: list[str]) -> str:
    return "".join(words) if len(words) < 2 else f"{', '.join(words[:-1])} and {words[-1]}"
