"""Parts about meetings -> blocks of date lines, one per heading and sub-group, each with what applies to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from . import signs
from .headings import Heading
from .lines import Line
from .meeting_headings import group_of, is_group_heading, names_group, without_tail
from .meeting_lines import apart, calendar_leaves
from .meeting_sentences import is_note, sub_group_that_meets
from .page import MeetingBlock
from .signs import YEAR


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
    lines = [line for line in lines if not is_note(line) and line.number not in leaves]
    own = heading.text if heading else ""
    group = group_of(own, page_title)
    block = Block(own, group, [text for text in (*above, own) if text])
    shared = block.context if YEAR.search(own) or not above else list(above)
    blocks, headings, seen_dates = [block], list(leaves.values()), False
    inner_blocks: list[Block] = []
    for index, line in enumerate(lines):
        if is_group_heading(lines, index, seen_dates=seen_dates):
            if not seen_dates:
                shared = [*shared, *(lead.text for lead in block.lines)]
            term = YEAR.search(line.text) and not names_group(line)
            block = Block(own, "" if term else line.text.rstrip(": "), [*shared, line.text])
            blocks.append(block)
            headings.append(line)
        elif inner := sub_group_that_meets(line.text, page_title):
            inner_blocks.append(Block(own, inner, list(block.context), [line]))
        else:
            block.lines.append(line)
            seen_dates = seen_dates or signs.has_date(line.text)
    if heading and heading.value:
        _add_value(blocks[0], heading.value)
    return Schedule((*blocks, *inner_blocks), tuple(headings), tuple(notes), tuple(left))


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
