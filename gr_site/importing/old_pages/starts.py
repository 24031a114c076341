"""When a network began, and when its page was last changed."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from networks.text.start import MONTHS, Start

from .patterns import any_of

_ISO = re.compile(r"\b((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})\b")
_LONG = re.compile(rf"\b(\d{{1,2}})(?::?[ae])?\s+({'|'.join(MONTHS)})\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_SEASON = re.compile(
    r"\b(vår|höst)(?:en|terminen)?\s+((?:19|20)\d\d)\b|\b(vt|ht)\s*-?((?:19|20)\d\d)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_WHEN = (
    r"(?:(?:i|den|under|år|med start|från och med|i början av|i slutet av)\s+){0,2}(?:\d{1,2}\s+)?"
    rf"(?:(?:{'|'.join(MONTHS)}|våren|hösten|sommaren|vårterminen|höstterminen)\s+)?(?:19|20)\d\d(?:-\d\d-\d\d)?"
)
_BEGAN = any_of("""
    bildades|startades?|startat|grundades|inrättades|tillkom|etablerades|skapades|bildat|funnits|verkat|verksam\\w*
    |pågått|arbetat|(?:har|finns)(?=\\s+sedan)
""")
_PROSE = re.compile(rf"\b{_BEGAN}\s+(?:redan\s+)?(?:sedan\s+)?({_WHEN})", re.IGNORECASE)


def read_start(text: str) -> Start:
    """A day ("2013-01-01", "1 januari 1995"), a season ("våren 2010") or a year; an empty Start when it is neither."""
    if day := read_day(text):
        return Start(day=day)
    if found := _SEASON.search(text):
        spring = (found[1] or found[3]).casefold() in ("vår", "vt")
        season: Literal["spring", "autumn"] = "spring" if spring else "autumn"
        return Start(year=int(found[2] or found[4]), season=season)
    if found := _YEAR.search(text):
        return Start(year=int(found[1]))
    return Start()


def read_day(text: str) -> date | None:
    """The first whole date in ``text``; None when there is none or the calendar lacks it."""
    if found := _ISO.search(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _LONG.search(text):
        return _day(int(found[3]), MONTHS.index(found[2].casefold()) + 1, int(found[1]))
    return None


def start_in_prose(sentences: list[str]) -> tuple[Start, str]:
    """The start told in running text and the sentence that tells it ("Gruppen bildades våren 2010 …")."""
    for sentence in sentences:
        if found := _PROSE.search(sentence):
            return read_start(found[1]), sentence
    return Start(), ""


def latest_stamp(texts: list[str]) -> date | None:
    """The date of the last update: a stamp "Uppdaterad" before a stamp "Publicerad"; None when all are empty."""
    updated: list[date] = []
    other: list[date] = []
    for text in texts:
        for piece in re.split(r"[,;|]|(?=(?:Senast )?[Uu]ppdaterad)", text):
            if day := read_day(piece):
                (other if "publicerad" in piece.casefold() else updated).append(day)
    return max(updated or other, default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
