"""Finds the same terms for a day written in words or figures, in the index and in queries. Pure.

A day gives terms that are never words: ``d2026-10-09`` for the day, ``d10-09`` for the day in any year and ``v41`` for
its ISO week. Months and years stay words and figures.
"""

import re
from datetime import date, timedelta

from . import english, swedish

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "januari jan january", "februari feb february", "mars mar march", "april apr", "maj may", "juni jun june",
            "juli jul july", "augusti aug august", "september sep sept", "oktober okt october oct",
            "november nov", "december dec",
        ],
        start=1,
    )
    for name in names.split()
}  # fmt: skip
# Short forms that are not also words, as "fri", "sat" and "tor" are.
WEEKDAYS = {
    name: (names.split()[0], names.split()[1])
    for names in [
        "måndag monday mån", "tisdag tuesday tis", "onsdag wednesday ons", "torsdag thursday tors",
        "fredag friday fre", "lördag saturday lör", "söndag sunday sön",
    ]
    for name in names.split()
}  # fmt: skip
_DAY = re.compile(r"d(?:\d{4}-)?\d\d-\d\d|v\d\d?")
_SWEDISH = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
            "november", "december")  # fmt: skip
_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
LONGEST = 31
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_PATTERNS = [
    re.compile(rf"\b{_YEAR}-(?P<month>\d\d?)-(?P<day>\d\d?)\b"),
    re.compile(rf"\b(?:den\s+)?(?P<day>\d\d?)(?::?[ae]|st|nd|rd|th)?\s+(?P<name>{_NAME})\b\.?(?:,?\s+{_YEAR}\b)?"),
    re.compile(rf"\b(?P<name>{_NAME})\s+(?P<day>\d\d?)(?:st|nd|rd|th)?\b(?:,?\s+{_YEAR}\b)?"),
    re.compile(rf"\b(?P<day>\d\d?)/(?P<month>\d\d?)(?:[-/\s]+{_YEAR}\b)?(?![\d/])"),
]
_WEEK = re.compile(r"\b(?:v\.?|vecka|week)\s*(?P<week>\d\d?)\b")


def day_terms(first: date, last: date) -> list[str]:
    """The terms for each day of a meeting from ``first`` to ``last`` (inclusive)."""
    days = [first, last] if (last - first).days < 2 else [first, *_between(first, last), last]
    terms = [
        term
        for day in days
        for term in (f"d{day.isoformat()}", f"d{day.month:02}-{day.day:02}", f"v{day.isocalendar().week}")
    ]
    return list(dict.fromkeys(terms))


def _between(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range(1, min((last - first).days, LONGEST))]


def day_words(first: date, last: date) -> str:
    """The words for the days: months, years and half of the year ("oktober 2026 höst")."""
    found = [word for day in (first, last) for word in (_SWEDISH[day.month - 1], str(day.year))]
    return " ".join(dict.fromkeys([*found, "vår" if first.month < 7 else "höst"]))


def is_day(term: str) -> bool:
    """Whether ``term`` is one of ``day_terms``."""
    return _DAY.fullmatch(term) is not None


def take_days(query: str) -> tuple[str, list[str]]:
    """``(the rest of the query, terms)`` for the days and weeks in a query in lower case."""
    terms: list[str] = []

    def day(match: re.Match[str]) -> str:
        term = _term(match)
        if term is None:
            return match.group()
        terms.append(term)
        return " "

    def week(match: re.Match[str]) -> str:
        terms.append(f"v{int(match['week'])}")
        return " "

    for pattern in _PATTERNS:
        query = pattern.sub(day, query)
    return _WEEK.sub(week, query), terms


def _term(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    month = MONTHS[parts["name"]] if parts.get("name") else int(parts["month"])
    year = parts.get("year")
    try:
        found = date(int(year) if year else 2024, month, int(parts["day"]))  # 2024 is a leap year
    except ValueError:
        return None
    return f"d{found.isoformat()}" if year else f"d{found.month:02}-{found.day:02}"


def month_name(word: str) -> str:
    """The Swedish month that ``word`` (lower case) means: "oktober" for okt and october; '' for other words."""
    number = MONTHS.get(word)
    return _SWEDISH[number - 1] if number else ""


def weekday_names(word: str) -> tuple[str, ...]:
    """The Swedish and the English weekday that ``word`` (lower case) means in any form: ("fredag", "friday") for fre,
    fredagar and fridays; ``()`` for other words."""
    forms = (word, swedish.stem(word), english.stem(word))
    return next((WEEKDAYS[form] for form in forms if form in WEEKDAYS), ())
