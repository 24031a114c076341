"""Parts about meetings -> blocks of date lines, one per heading and sub-group, each with what applies to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from . import signs
from .bodies import is_body_word, is_generic, nominative
from .entries import read_entry
from .headings import Heading
from .lines import Line, make_line
from .page import MeetingBlock
from .patterns import words
from .relations import sentences_of

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LATER = words(
    r"meddelas|återkommer|bestäms senare|är inte bestäm\w+|ännu inte|planeras senare|fastställs|kommer inom kort"
)
_NOTICE = re.compile(r"(?i)(?:möte|sammanträde|träff)\w*")
_MEETS = words(r"träffas|möts|sammanträder|vi ses|ses vi|(?:möten|sammanträden|träffar) (?:hålls|äger rum)")
_HELD = words(r"hålls|äger rum|(?:välkom(?:na|men)|kallas|kallar|bjuder in) till")
_ABOUT_ONE = re.compile(r"(?i)(?:observera att )?(?:mötet|träffen|sammanträdet) (?:den )?\d")
_HOLDS_FOR_ALL = re.compile(
    r"(?i)^(?=.*\b(?:hålls|är|äger rum|träffas|möts|ses|börjar|startar|sker|pågår|sammanträder|håller)\b)"
    r"(?=.*\b(?:kl(?:ockan|\.)?\s*\d|\d{1,2}[.:]\d{2}\b|alla|samtliga|möten|mötena|träffar|träffarna|sammanträdena))"
)
_WHO_MEETS = re.compile(
    r"(?i)((?:arbets)?utskottet|AU|arbetsgruppen|presidiet|beredningsgruppen)\s+"
    r"(?:träffas|möts|sammanträder|har möten)\b"
)
_LONGEST_NOTICE = 500
_CHANGE = re.compile(r"(?i)\b(?:inställ\w+|ställs in|flytta\w*|nästa|utgår|ändra\w*|nytt datum)\b")
_RUN_TOGETHER = re.compile(
    r"(?i)\s[-–—•]\s+(?=(?:mån|tis|ons|tors?|fre|lör|sön)\w{0,6}\.?\s+(?:den\s+)?\d{1,2}(?:[./:\s]|$))"
)
_LABELLED = re.compile(r"(?i)(?:tid|datum|när|plats|var|lokal|tema|tid och plats|klockan)\s*:")
_COLUMN = re.compile(
    r"(?i)(?:datum|dag|tid|klockan|plats|lokal|ort|tema|vecka|veckodag|beslutsinstans|kommentar)\s*:?"
)


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


def is_notice(line: Line) -> bool:
    """A sentence outside any list that cancels, moves or announces a dated meeting, or tells when the body meets."""
    if not signs.has_date(line.text) or len(line.text) > _LONGEST_NOTICE:
        return False
    if _NOTICE.search(line.text) and _CHANGE.search(line.text):
        return True
    held = _MEETS.search(line.text) or (_NOTICE.search(line.text) and _HELD.search(line.text))
    return bool(held and signs.CLOCK.search(line.text))


def sub_group_that_meets(text: str, title: str) -> str:
    """ "Utskottet" for "Utskottet träffas 9 januari" on the page of another body; else ""."""
    found = _WHO_MEETS.match(text)
    if not found or not signs.has_date(text):
        return ""
    root = re.sub(r"(?i)(?:et|en)$", "", found[1]).casefold()
    return "" if root in title.casefold() else found[1]


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
    return bool(signs.WEEKDAY.search(text) or YEAR.search(text) or signs.is_year_or_month(text))


def _apart(line: Line) -> list[Line]:
    """Meetings that run together on one line, each after a dash and beginning with its weekday, on a line each."""
    pieces = _RUN_TOGETHER.split(line.raw)
    if len(pieces) == 1:
        return [line]
    parted = [make_line(line.number, piece, after_blank=line.after_blank) for piece in pieces if piece.strip()]
    return [replace(piece, level=line.level) for piece in parted]


def sentences_apart(line: str) -> list[str]:
    """A sentence about all meetings and one about a single meeting, which stand on one line, as a line each.

    "Alla möten hålls kl 9–12 på GR. Mötet den 2 juni är digitalt." holds a time for every date and a change to one.
    """
    sentences = sentences_of([line]) if signs.has_date(line) and len(line) <= _LONGEST_NOTICE else [line]
    general = [_HOLDS_FOR_ALL.search(text) and not signs.has_date(text) for text in sentences]
    apart = any(general) or any(map(_ABOUT_ONE.match, sentences[1:]))
    return sentences if apart and len(sentences) > 1 else [line]


def is_about_one(text: str) -> bool:
    """A sentence about a single dated meeting: "Mötet den 2 juni hålls i Lerum"."""
    return bool(_ABOUT_ONE.match(text)) and signs.has_date(text) and len(text) <= _LONGEST_NOTICE


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


def read_schedule(heading: Heading | None, lines: Sequence[Line], above: Sequence[str], page_title: str) -> Schedule:
    """``above``: headings and leads that still apply, outermost first; ``page_title`` tells own from sub-group."""
    lines, left = _without_tail(lines)
    lines = [piece for line in lines for piece in _apart(line)]
    leaves = {line.number: line for line in calendar_leaves(lines)}
    notes = [line for line in lines if _is_note(line)]
    lines = [line for line in lines if not _is_note(line) and line.number not in leaves]
    own = heading.text if heading else ""
    group = _group(own, page_title)
    block = Block(own, group, [text for text in (*above, own) if text])
    shared = block.context if YEAR.search(own) or not above else list(above)
    blocks, headings, seen_dates = [block], list(leaves.values()), False
    inner_blocks: list[Block] = []
    for index, line in enumerate(lines):
        if _is_group_heading(lines, index, seen_dates=seen_dates):
            if not seen_dates:
                shared = [*shared, *(lead.text for lead in block.lines)]
            term = YEAR.search(line.text) and not _names_group(line)
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


def _is_note(line: Line) -> bool:
    return bool(_LATER.search(line.text)) and not signs.has_date(line.text) and not is_labelled(line)


def _add_value(block: Block, value: str) -> None:
    """What stands after the heading's colon: a meeting ("Nästa möte: 3 oktober") or what holds for all."""
    if signs.has_date(value):
        block.lines.insert(0, Line(0, value, value))
    else:
        block.context.append(value)


def _group(heading: str, page_title: str) -> str:
    """The sub-group that a heading names ("Naturvårdsgruppens möten 2024"), "" for the page's own body."""
    for word in heading.split():
        name = nominative(word.strip(",.:"))
        if is_body_word(name) and not is_generic(word.strip(",.:")) and name.casefold() not in page_title.casefold():
            return name if word.endswith("s") else heading
    return ""


def _is_group_heading(lines: Sequence[Line], index: int, *, seen_dates: bool) -> bool:
    """A short line that names a body (or stands before the first date) with dates right below it."""
    line, following = lines[index], lines[index + 1] if index + 1 < len(lines) else None
    if following is None or line.bullet or not (line.after_blank or line.level) or len(line.text) > 70:
        return False
    if signs.has_date(line.text) or signs.CLOCK.search(line.text) or signs.is_year_or_month(line.text):
        return False
    if "\t" in line.text or is_column(line.text) or signs.PHONE.search(line.text) or signs.EMAIL.search(line.text):
        return False
    if line.text[-1] in ".!,;)" or is_labelled(line) or not line.text[0].isupper() or _NOTICE.fullmatch(line.text):
        return False
    if (
        index + 2 < len(lines)
        and signs.is_year_or_month(following.text)
        and signs.is_year_or_month(lines[index + 2].text)
    ):
        return False
    if not signs.has_date(following.text) and not signs.is_year_or_month(following.text):
        return False
    return bool(line.level) or _names_group(line) or (not seen_dates and len(line.words) <= 4)


def _names_group(line: Line) -> bool:
    words = line.words
    return is_body_word(words[0]) or is_body_word(words[-1])


def _without_tail(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
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
