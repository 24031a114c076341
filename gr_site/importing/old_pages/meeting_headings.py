"""Headings within a part about meetings: the sub-group whose dates follow, and what tells of something else."""

from __future__ import annotations

from collections.abc import Sequence

from . import signs
from .bodies import is_body_word, is_generic, nominative
from .entries import read_entry
from .lines import Line
from .meeting_bodies import names_small_body
from .meeting_lines import MEETING_WORD, is_column, is_labelled


def group_of(heading: str, page_title: str) -> str:
    """The sub-group that a heading names ("Naturvårdsgruppens möten 2024"), "" for the page's own body."""
    for word in heading.split():
        name = nominative(word.strip(",.:"))
        if is_body_word(name) and not is_generic(word.strip(",.:")) and name.casefold() not in page_title.casefold():
            return name if word.endswith("s") else heading
    return ""


def is_group_heading(lines: Sequence[Line], index: int, *, seen_dates: bool) -> bool:
    """A short line that names a body (or stands before the first date) with dates right below it."""
    line, following = lines[index], lines[index + 1] if index + 1 < len(lines) else None
    if following is None or line.bullet or len(line.text) > 70:
        return False
    if not (line.after_blank or line.level or (seen_dates and names_group(line))):
        return False
    if signs.has_date(line.text) or signs.CLOCK.search(line.text) or signs.is_year_or_month(line.text):
        return False
    if "\t" in line.text or is_column(line.text) or signs.PHONE.search(line.text) or signs.EMAIL.search(line.text):
        return False
    if (
        line.text[-1] in ".!,;)"
        or is_labelled(line)
        or not line.text[0].isupper()
        or MEETING_WORD.fullmatch(line.text)
    ):
        return False
    if (
        index + 2 < len(lines)
        and signs.is_year_or_month(following.text)
        and signs.is_year_or_month(lines[index + 2].text)
    ):
        return False
    if not signs.has_date(following.text) and not signs.is_year_or_month(following.text):
        return False
    return bool(line.level) or names_group(line) or (not seen_dates and len(line.words) <= 4)


def names_group(line: Line) -> bool:
    words = line.words
    return is_body_word(words[0]) or is_body_word(words[-1]) or names_small_body(line.text)


def without_tail(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Lines of the list, and those after its last date that tell of something else: a person's card, a new subject."""
    last = max((index for index, line in enumerate(lines) if signs.has_date(line.text)), default=-1)
    for index in range(last + 1, len(lines)):
        if _starts_other(lines, index, after_dates=last >= 0):
            return list(lines[:index]), list(lines[index:])
    return list(lines), []


def _is_person(text: str) -> bool:
    """A name alone, or with what the person is: "Ann Ek, förbundsdirektör"."""
    entry = read_entry(text)
    return bool(entry.name) and not entry.unread and not signs.has_date(text) and not signs.CLOCK.search(text)


def _starts_other(lines: Sequence[Line], index: int, *, after_dates: bool) -> bool:
    line = lines[index]
    if not line.after_blank or line.bullet or is_labelled(line):
        return False
    if line.level or (_is_person(line.text) and (index + 1 < len(lines) or after_dates)):
        return True
    return line.text.endswith(":") and len(line.words) <= 4 and len(lines) > index + 1
