"""What remains of a page's words when everything that was read is taken away, so that nothing on the page vanishes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from .old_meetings import MeetingGroup
from .old_pages import LegacyPage, Placement
from .old_pages.lines import clean

#: Destinations whose lines become values (a date, a seat, a meeting) rather than text. What is left of such a line is
#: a label, and a value that is shown in another form.
_READ_AS_VALUES = frozenset({
    "title", "kicker", "source_url", "start", "updated", "area", "status", "earlier_name", "meetings", "members",
    "municipalities", "contact", "documents",
})  # fmt: skip
_WORD = re.compile(r"\w+")


def with_remainder(page: LegacyPage, groups: Sequence[MeetingGroup]) -> LegacyPage:
    """The page with every line that has a word which neither its texts nor its meetings hold.

    Words count as often as they stand on the page. A label, or a line that was read as a value, joins ``ignored``; any
    other line joins ``unplaced``, so that the draft shows it to a person.
    """
    missing = _count(placement.text for placement in page.placements) - _count(_kept(page, groups))
    ignored: dict[int, str] = {}
    unplaced: list[str] = []
    for placement in sorted((row for row in page.placements if row.destination != "ignored"), key=_rank):
        text = _lacking(placement, missing)
        missing -= _count([text])
        if text and (placement.label or placement.destination in _READ_AS_VALUES):
            ignored[placement.line] = text
        elif text:
            unplaced.append(text)
    frame = {row.line: row.text for row in page.placements if row.destination == "ignored"}
    return replace(
        page,
        ignored=tuple(text for _, text in sorted({**ignored, **frame}.items())),
        unplaced=(*page.unplaced, *unplaced),
    )


def _lacking(placement: Placement, missing: Counter[str]) -> str:
    """The label alone when the rest of the line is kept, the whole line when it is not, "" when nothing is missing."""
    label, words = _count([placement.label]), _count([placement.text])
    if missing & (words - label):
        return placement.text.strip()
    return placement.label if missing & label else ""


def _rank(placement: Placement) -> int:
    """Labels lose their words first, then lines read as values; running text is kept word for word."""
    return 0 if placement.label else 1 if placement.destination in _READ_AS_VALUES else 2


def _kept(page: LegacyPage, groups: Sequence[MeetingGroup]) -> Iterator[str]:
    yield from (page.title, page.source_url, page.area)
    yield from (*page.earlier_names, *page.municipalities, *page.documents, *page.unplaced)
    yield from (placement.text for placement in page.placements if placement.destination == "ignored")
    yield from (field.text for field in page.fields.values())
    for part in (*page.sections, *page.statements):
        yield from (part.heading, part.text)
    yield from dict.fromkeys(member.text for member in page.members)
    for group in groups:
        yield from dict.fromkeys(row.text for row in (*group.meetings, *group.refused))
        yield from group.notes


def _count(texts: Iterable[str]) -> Counter[str]:
    return Counter(_WORD.findall(" ".join(map(clean, texts)).casefold()))
