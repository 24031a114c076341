"""What single lines of a list of dates are, and where the list ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from . import signs
from .headings import Heading
from .lines import Line, make_line

MEETING_WORD = re.compile(r"(?i)(?:möte|sammanträde|träff)\w*")
_RUN_TOGETHER = re.compile(
    r"(?i)\s[-–—•]\s+(?=(?:mån|tis|ons|tors?|fre|lör|sön)\w{0,6}\.?\s+(?:den\s+)?\d{1,2}(?:[./:\s]|$))"
)
_LABELLED = re.compile(r"(?i)(?:tid|datum|när|plats|var|lokal|tema|tid och plats|klockan)\s*:")
_COLUMN = re.compile(
    r"(?i)(?:datum|dag|tid|klockan|plats|lokal|ort|tema|vecka|veckodag|beslutsinstans|kommentar)\s*:?"
)


def is_column(text: str) -> bool:
    """The header of a table of dates, cell by cell or on one line."""
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    return bool(cells) and all(_COLUMN.fullmatch(cell) for cell in cells)


def is_labelled(line: Line) -> bool:
    return bool(_LABELLED.match(line.text))


def ends_dates(line: Line, following: Line, before: Sequence[Line]) -> bool:
    """A short line after the last date with running text below it is the heading of something else."""
    if is_column(line.text) or signs.CLOCK.search(line.text) or _names_time(line.text) or line.text.endswith(":"):
        return False
    if not signs.is_sentence(following.text) or signs.has_date(following.text) or signs.CLOCK.search(following.text):
        return False
    return any(signs.has_date(row.text) for row in before)


def begins_agenda(line: Line, heading: Heading | None, before: Sequence[Line]) -> bool:
    """The first item of minutes or an agenda ("1. Mötet öppnas") below the time and place of the meeting."""
    if not line.ordinal.startswith("1") or signs.has_date(line.text) or signs.CLOCK.search(line.text):
        return False
    value = heading.value if heading else ""
    return signs.has_date(value) or any(signs.has_date(row.text) for row in before)


def _names_time(text: str) -> bool:
    return bool(signs.WEEKDAY.search(text) or signs.YEAR.search(text) or signs.is_year_or_month(text))


def apart(line: Line) -> list[Line]:
    """Meetings that run together on one line, each after a dash and beginning with its weekday, on a line each."""
    pieces = _RUN_TOGETHER.split(line.raw)
    if len(pieces) == 1:
        return [line]
    parted = [make_line(line.number, piece, after_blank=line.after_blank) for piece in pieces if piece.strip()]
    return [replace(piece, level=line.level) for piece in parted]


def calendar_leaves(lines: Sequence[Line]) -> list[Line]:
    """Day and month as a calendar's leaf shows them, on a line each above the line with the whole date."""
    leaves: list[Line] = []
    for day, month, dated in zip(lines, lines[1:], lines[2:], strict=False):
        if is_day(day.text) and signs.is_month(month.text) and signs.has_date(dated.text):
            said = dated.text.casefold().split()
            if day.text in {word.lstrip("0") for word in said} and any(
                month.text.casefold()[:3] == w[:3] for w in said
            ):
                leaves += [day, month]
    return leaves


def is_day(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 2 and 1 <= int(text) <= 31
