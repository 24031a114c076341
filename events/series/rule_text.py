"""Writes a series' rule in words: "den andra tisdagen varje månad till och med 15 december 2026"."""

from django.utils.translation import get_language

from ..days.date_format import WEEKDAYS, format_date
from . import rule_text_english
from .recurrence import HostileRule, Rule
from .rule_field import rule_of

_POSITIONS = {
    1: "första", 2: "andra", 3: "tredje", 4: "fjärde", 5: "femte",
    -1: "sista", -2: "näst sista", -3: "tredje sista", -4: "fjärde sista", -5: "femte sista",
}  # fmt: skip
_EVERY = {
    "DAILY": ("varje dag", "varannan dag", "dag"),
    "WEEKLY": ("varje vecka", "varannan vecka", "vecka"),
    "MONTHLY": ("varje månad", "varannan månad", "månad"),
    "YEARLY": ("varje år", "vartannat år", "år"),
}


def rule_text(event):
    """The rule of an event page in the active language (English or Swedish); "" if none, or one we do not support."""
    try:
        rule = rule_of(event.recurrence)
    except HostileRule:
        return ""
    known = rule is not None and rule.frequency in _EVERY and rule.interval >= 1
    in_words = rule_text_english.describe if (get_language() or "").startswith("en") else describe
    return in_words(rule) if known else ""


def describe(rule: Rule) -> str:
    parts = [_days(rule), _every(rule), _end(rule)]
    return " ".join(part for part in parts if part)


def _every(rule: Rule) -> str:
    each, every_other, unit = _EVERY[rule.frequency]
    if rule.interval <= 2:
        return (each, every_other)[rule.interval - 1]
    neuter = rule.frequency == "YEARLY"
    return f"{'vart' if neuter else 'var'} {_ordinal(rule.interval)} {unit}"


def _ordinal(number: int) -> str:
    words = {3: "tredje", 4: "fjärde", 5: "femte", 6: "sjätte", 7: "sjunde", 8: "åttonde", 9: "nionde", 10: "tionde"}
    last = number % 10
    return words.get(number) or f"{number}:{'a' if last in {1, 2} and number not in {11, 12} else 'e'}"


def _days(rule: Rule) -> str:
    if rule.weekdays:
        return _join([_weekday(*day) for day in rule.weekdays])
    return _join([_month_day(day) for day in rule.month_days])


def _weekday(day: int, position: int) -> str:
    name = WEEKDAYS["sv"][day]
    return f"den {_POSITIONS[position]} {name}en" if position else f"{name}ar"


def _month_day(day: int) -> str:
    if day > 0:
        return f"den {day}"
    ordinal = _POSITIONS.get(day) or f"{_ordinal(-day)} sista"
    return f"månadens {ordinal} dag"


def _end(rule: Rule) -> str:
    if rule.until:
        return f"till och med {format_date(rule.until, weekday=False)}"
    if rule.count:
        return f"{rule.count} {'gång' if rule.count == 1 else 'gånger'}"
    return ""


def _join(words: list[str]) -> str:
    return "".join(words) if len(words) < 2 else f"{', '.join(words[:-1])} och {words[-1]}"
