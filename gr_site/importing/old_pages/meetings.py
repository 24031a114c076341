"""Parts about meetings -> blocks of date lines, one per heading and sub-group, each with what applies to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from . import signs
from .headings import Heading
from .lines import Line
from .meeting_bodies import body_of_lead, body_of_line
from .meeting_headings import group_of, is_group_heading, names_group, without_tail
from .meeting_lines import apart, calendar_leaves, is_column
from .meeting_sentences import is_note
from .page import MeetingBlock
from .signs import YEAR

_LAST_YEAR = re.compile(r"[\s,]*\b(?:19|20)\d\d\b\W*$")


@dataclass
class Block:
    """A block as it grows; ``lines`` are those of the dates, ``context`` what stands above them."""

    heading: str = ""
    group: str = ""
    context: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    notices: list[Line] = field(default_factory=list)

    def freeze(self) -> MeetingBlock:
        return MeetingBlock(
            heading=self.heading,
            lines=tuple(line.raw for line in self.lines),
            context=tuple(self.context),
            group=self.group,
            notices=tuple(line.raw for line in self.notices),
        )


@dataclass(frozen=True)
class Schedule:
    """``headings`` are sub-headings taken; ``notes`` say that dates come later; ``left`` is about something else."""

    blocks: tuple[Block, ...]
    headings: tuple[Line, ...]
    notes: tuple[Line, ...]
    left: tuple[Line, ...]


def read_schedule(heading: Heading | None, lines: Sequence[Line], above: Sequence[str], page_title: str) -> Schedule:
    """``above``: headings and leads that still apply, outermost first; ``page_title`` tells own from sub-group."""
    lines, left = without_tail(lines)
    lines = [piece for line in lines for piece in apart(line)]
    leaves = {line.number: line for line in calendar_leaves(lines)}
    notes = [line for line in lines if is_note(line)]
    own = heading.text if heading else ""
    first = Block(own, group_of(own, page_title), [text for text in (*above, own) if text])
    shared = first.context if YEAR.search(own) or not above else list(above)
    found = _Growing(page_title, own, shared, [first])
    found.read([line for line in lines if not is_note(line) and line.number not in leaves])
    if heading and heading.value:
        _add_value(first, heading.value)
    headings = (*leaves.values(), *found.headings)
    return Schedule((*found.blocks, *found.within.values()), headings, tuple(notes), tuple(left))


@dataclass
class _Growing:
    """The blocks of a list as they grow. ``within`` holds the rows that name a body within the page's own."""

    title: str
    own: str
    shared: list[str]
    blocks: list[Block]
    headings: list[Line] = field(default_factory=list)
    within: dict[str, Block] = field(default_factory=dict)
    columns: list[Line] = field(default_factory=list)
    seen_dates: bool = False

    def read(self, lines: Sequence[Line]) -> None:
        for index, line in enumerate(lines):
            lead = body_of_lead(line.text, self.title) if index + 1 < len(lines) else None
            if is_group_heading(lines, index, seen_dates=self.seen_dates):
                term = YEAR.search(line.text) and not names_group(line)
                self._open(line, "" if term else _LAST_YEAR.sub("", line.text).rstrip(": "))
            elif lead or (lead == "" and self._group):
                self._open(line, lead)
            elif (body := body_of_line(line.text, self.title)) and body.casefold() not in self._group.casefold():
                self._add_within(body, line)
            else:
                self._add(line)

    @property
    def _group(self) -> str:
        return self.blocks[-1].group

    def _open(self, heading: Line, group: str) -> None:
        if not self.seen_dates:
            self.shared = [*self.shared, *(lead.text for lead in self.blocks[-1].lines)]
        self.blocks.append(Block(self.own, group, [*self.shared, heading.text]))
        self.headings.append(heading)

    def _add_within(self, body: str, line: Line) -> None:
        if body not in self.within:
            self.within[body] = Block(self.own, body, list(self.blocks[-1].context), list(self.columns))
        self.within[body].lines.append(line)

    def _add(self, line: Line) -> None:
        self.blocks[-1].lines.append(line)
        self.seen_dates = self.seen_dates or signs.has_date(line.text)
        if is_column(line.text):
            self.columns.append(line)


@dataclass
class Above:
    """What stands above a list of dates in a run of such lists. ``leads`` hold for all of them ("Alla möten hålls
    kl. 9–12"); ``headings`` give way to a heading with a year of its own."""

    headings: list[str] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)

    def below(self, heading: str) -> list[str]:
        return [*([] if YEAR.search(heading) else self.headings), *self.leads]

    def add(self, heading: str, lines: Sequence[Line], *, group: bool) -> None:
        """Remember a part that has been read. The leads of a list of dates are its own."""
        dated = any(signs.has_date(line.text) for line in lines)
        if YEAR.search(heading):
            self.headings = [heading]
        elif heading and not group:
            self.headings.append(heading)
        if not dated:
            self.leads += [line.text for line in lines if not signs.is_year_or_month(line.text)]


def _add_value(block: Block, value: str) -> None:
    """What stands after the heading's colon: a meeting ("Nästa möte: 3 oktober") or what holds for all."""
    if signs.has_date(value):
        block.lines.insert(0, Line(0, value, value))
    else:
        block.context.append(value)
