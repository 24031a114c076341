"""Dates of meetings that stand under no heading for dates."""

from __future__ import annotations

import re

from . import signs
from .headings import Meaning
from .lines import Line
from .meeting_lines import is_day, is_labelled
from .meeting_sentences import holds_for_all
from .people_parts import is_row
from .sections import Part

_LEAD = re.compile(r"tid och datum|tid|datum|när|möte \d*|[:.,–-]|\bden\b|\d", re.IGNORECASE)
_DEADLINE = re.compile(r"senast|anmäl|ansök", re.IGNORECASE)
_USUAL = re.compile(r"(?i)\bkl(?:ockan|\.)?\s*\d|\b(?:möte|träff|sammanträd)\w*|\b(?:möts|ses|samlas)\b")
_LONGEST_HEADING = 60
_LONGEST, _LONGEST_WITH_WEEKDAY = 120, 500
_PEOPLE = (Meaning.MEMBERS, Meaning.PRESIDIUM, Meaning.MUNICIPALITIES)
_SEARCHED = (Meaning.INTRODUCTION, Meaning.SECTION, Meaning.CONTACT, *_PEOPLE)


def part_loose_dates(part: Part) -> list[Part]:
    """The part, or up to three: runs of date lines in running text are meetings whose heading is missing."""
    if part.meaning not in _SEARCHED:
        return [part]
    dated = [index for index, line in enumerate(part.lines) if _starts_with_date(line)]
    labelled = [index for index in dated if is_labelled(part.lines[index])]
    timed = [index for index in dated if signs.CLOCK.search(part.lines[index].text)]
    if len(dated) < 2 and not labelled and not (timed and part.meaning in _PEOPLE):
        return [part]
    if part.meaning is Meaning.SECTION and part.heading and all(map(_leads, part.lines[: dated[0]])):
        return [Part(Meaning.MEETINGS, part.heading, part.heading_line, part.lines)]
    first, last = dated[0], dated[-1]
    while first and (is_day(part.lines[first - 1].text) or signs.is_month(part.lines[first - 1].text)):
        first -= 1
    if first and (_heads_dates(part.lines[first - 1]) or _tells_time_of_all(part.lines[first - 1])):
        first -= 1
    while last + 1 < len(part.lines) and (
        is_labelled(part.lines[last + 1]) or _tells_time_of_all(part.lines[last + 1])
    ):
        last += 1
    before = Part(part.meaning, part.heading, part.heading_line, part.lines[:first])
    dates = Part(Meaning.MEETINGS, None, None, part.lines[first : last + 1])
    after = Part(Meaning.SECTION, None, None, part.lines[last + 1 :])
    return [piece for piece in (before, dates, after) if piece.all_lines]


def _leads(line: Line) -> bool:
    """What holds for the dates below: their time or place, or that these are the meetings."""
    return is_labelled(line) or bool(_USUAL.search(line.text)) or signs.is_year_or_month(line.text)


def _heads_dates(line: Line) -> bool:
    """The heading of dates that come after the last member: "Programmet hösten 2025"."""
    if (
        not line.after_blank
        or is_row(line.text)
        or len(line.text) > _LONGEST_HEADING
        or line.text.endswith((".", "!"))
    ):
        return False
    return bool(signs.YEAR.search(line.text) or signs.is_month(line.text))


def _tells_time_of_all(line: Line) -> bool:
    """The sentence beside a list of dates that has their time: "Samtliga möten är kl 9-12, utom det sista"."""
    return bool(signs.CLOCK.search(line.text)) and holds_for_all(line.text)


def _starts_with_date(line: Line) -> bool:
    found = signs.DATE.search(line.text)
    if not found:
        return False
    weekday = signs.WEEKDAY.search(line.text, 0, found.end())
    if len(line.text) > (_LONGEST_WITH_WEEKDAY if weekday else _LONGEST):
        return False
    before = _LEAD.sub("", signs.MONTH.sub("", signs.WEEKDAY.sub("", line.text[: found.start()])))
    return not before.strip() and not _DEADLINE.search(line.text)
