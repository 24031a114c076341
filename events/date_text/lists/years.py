"""Which year a day lies in, when the year stands in a heading, in a row above or nowhere."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..tokens import vocabulary as words
from ..tokens.mentions import Day
from ..tokens.scanner import tokenize
from ..tokens.token import Kind, Token

Term = Literal["", "spring", "autumn", "school", "turn"]

_SHORT_TERM = re.compile(r"(?<![^\W\d_])(vt|ht|våren|hösten|vårterminen|höstterminen)[ \-']{0,2}(\d\d)(?![\d.:/])")
_SCHOOL = re.compile(r"läsår|verksamhet|skolår|arbetsår|säsong")


@dataclass(frozen=True, slots=True)
class YearFrame:
    """What the text above says about the year. `year` is the first of two for the terms "school" and "turn"."""

    year: int | None = None
    term: Term = ""
    inherited: bool = False  # from a row, not from a heading
    near: date | None = None  # a full date in the heading: of a piece of news or of minutes


def frame_of(text: str) -> YearFrame | None:
    """The frame that a heading sets, or None if it names neither year nor term. `text` is a plain line."""
    lowered = text.lower()
    tokens = tokenize(text)
    terms = _terms(tokens, lowered)
    years = [token.value[0] for token in tokens if token.kind is Kind.YEAR]
    years += [2000 + int(match[2]) for match in _SHORT_TERM.finditer(lowered)]
    pairs = [token.value[0] for token in tokens if token.kind is Kind.YEARS]
    if pairs:
        dash = all("-" in token.text for token in tokens if token.kind is Kind.YEARS)
        return YearFrame(pairs[0], "turn" if dash and not _SCHOOL.search(lowered) else "school")
    distinct = sorted(set(years))
    if not distinct:
        return YearFrame(None, terms[0]) if len(terms) == 1 else None
    if len(distinct) == 2 and distinct[1] == distinct[0] + 1:
        return YearFrame(distinct[0], "school" if terms[:2] == ["autumn", "spring"] else "turn")
    return YearFrame(distinct[0], terms[0] if len(terms) == 1 else "")


def _terms(tokens: Sequence[Token], lowered: str) -> list[Term]:
    found: list[Term] = []
    for word in [token.text for token in tokens] + [match[1] for match in _SHORT_TERM.finditer(lowered)]:
        term: Term = "spring" if word in words.SPRING_WORDS else "autumn" if word in words.AUTUMN_WORDS else ""
        if term and term not in found:
            found.append(term)
    return found


def year_of(day: Day, frame: YearFrame, today: date) -> tuple[int, tuple[str, ...]]:
    """(year, codes of remarks) for a day with a month. Without any year at hand it takes the next coming date."""
    month = day.month or 1
    if day.year is not None:
        stated = frame.year is not None and not frame.inherited
        return day.year, ("year_differs",) if stated and abs(day.year - (frame.year or 0)) > 1 else ()
    if frame.year is None:
        guess = _guess(day, frame.near or today)
        return guess, ("year_guessed", *(("outside_term",) if _outside(frame.term, month) else ()))
    if frame.term in ("school", "turn"):
        year = frame.year + (month < 7)
        return year, ("year_of_two",) if frame.term == "turn" and not _on_weekday(day, year) else ()
    if frame.inherited:
        return frame.year, ("year_from_above",)
    if frame.term == "autumn" and month <= 2:
        return frame.year + 1, ("outside_term",)
    return frame.year, ("outside_term",) if _outside(frame.term, month) else ()


def _outside(term: Term, month: int) -> bool:
    return (term == "spring" and month > 7) or (term == "autumn" and month < 7)


def _guess(day: Day, near: date) -> int:
    """The year of the next date from `near` on; with a weekday the next one that falls on it."""
    coming = [year for year in range(near.year, near.year + 9) if (found := _date(day, year)) and found >= near]
    if day.weekday is not None:
        fitting = [year for year in (*coming[:2], near.year - 1, near.year) if _on_weekday(day, year)]
        if fitting:
            return fitting[0]
    return coming[0] if coming else near.year


def _on_weekday(day: Day, year: int) -> bool:
    found = _date(day, year)
    return day.weekday is not None and found is not None and found.weekday() == day.weekday


def _date(day: Day, year: int) -> date | None:
    try:
        return date(year, day.month or 0, day.day)
    except ValueError:
        return None
