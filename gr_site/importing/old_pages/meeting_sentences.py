"""Sentences about meetings: one that changes a meeting, one that tells of all, one that puts the dates off."""

from __future__ import annotations

import re

from . import signs
from .lines import Line
from .meeting_lines import MEETING_WORD, is_labelled
from .patterns import words
from .relations import sentences_of

_LATER = words(
    r"meddelas|återkommer|bestäms senare|är inte bestäm\w+|ännu inte|planeras senare|fastställs|kommer inom kort"
)
_MEETS = words(r"träffas|möts|sammanträder|vi ses|ses vi|(?:möten|sammanträden|träffar) (?:hålls|äger rum)")
_HELD = words(r"hålls|äger rum|(?:välkom(?:na|men)|kallas|kallar|bjuder in) till")
_ABOUT_ONE = re.compile(r"(?i)(?:observera att )?(?:mötet|träffen|sammanträdet) (?:den )?\d")
_HOLDS_FOR_ALL = re.compile(
    r"(?i)^(?=.*\b(?:hålls|är|äger rum|träffas|möts|ses|börjar|startar|sker|pågår|sammanträder|håller)\b)"
    r"(?=.*\b(?:kl(?:ockan|\.)?\s*\d|\d{1,2}[.:]\d{2}\b|alla|samtliga|möten|mötena|träffar|träffarna|sammanträdena))"
)
_LONGEST_NOTICE = 500
_CHANGE = re.compile(r"(?i)\b(?:inställ\w+|ställs in|flytta\w*|nästa|utgår|ändra\w*|nytt datum)\b")


def is_notice(line: Line) -> bool:
    """A sentence outside any list that cancels, moves or announces a dated meeting, or tells when the body meets."""
    if not signs.has_date(line.text) or len(line.text) > _LONGEST_NOTICE:
        return False
    if is_change(line):
        return True
    held = _MEETS.search(line.text) or (MEETING_WORD.search(line.text) and _HELD.search(line.text))
    return bool(held and signs.CLOCK.search(line.text))


def is_change(line: Line) -> bool:
    """A sentence that cancels or moves a meeting, or tells of the next."""
    return bool(MEETING_WORD.search(line.text) and _CHANGE.search(line.text))


def holds_for_all(text: str) -> bool:
    """A sentence without a date that tells when or how all meetings are held: "Samtliga möten är kl 9-12"."""
    return len(text) <= _LONGEST_NOTICE and bool(_HOLDS_FOR_ALL.search(text)) and not signs.has_date(text)


def sentences_apart(line: str) -> list[str]:
    """A sentence about all meetings and one about a single meeting, which stand on one line, as a line each.

    "Alla möten hålls kl 9–12 på GR. Mötet den 2 juni är digitalt." holds a time for every date and a change to one.
    """
    sentences = sentences_of([line]) if signs.has_date(line) and len(line) <= _LONGEST_NOTICE else [line]
    apart = any(map(holds_for_all, sentences)) or any(map(_ABOUT_ONE.match, sentences[1:]))
    return sentences if apart and len(sentences) > 1 else [line]


def is_about_one(text: str) -> bool:
    """A sentence about a single dated meeting: "Mötet den 2 juni hålls i Lerum"."""
    return bool(_ABOUT_ONE.match(text)) and signs.has_date(text) and len(text) <= _LONGEST_NOTICE


def is_note(line: Line) -> bool:
    return bool(_LATER.search(line.text)) and not signs.has_date(line.text) and not is_labelled(line)
