"""Times, places and statuses that stand on lines of their own: whether they belong to the rows above or below them.

Such a line may be the heading of the rows that follow ("Kl. 9-11:"), say something of the one row above it, or stand
once under a whole list. The order of the lines and the empty lines between them decide; where both readings are
possible, every row that the line may touch is told so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ..lines import changes, non_meetings
from ..lines.labels import Fields
from ..lines.line import Line
from ..lines.place_names import is_place, tidy_place, without_year
from ..lines.places import find_where
from ..lines.residue import split_pieces
from ..lines.ways_to_meet import PHYSICAL
from .headings import frame_of_heading, is_meeting_list, month_heading, speaks_of_all, speaks_of_every

Attribute = Literal["time", "place", "status"]
Direction = Literal[
    "down", "up", "last"
]  # the rows below; all rows above since the line before; only the last of them
_PLAIN_WORDS = re.compile(
    r"(?:kl|klockan|tid|tider|tiden|alltid|mellan|från|till|och|är|vi|ses|start|börjar|slutar|ca)"
)
_FOR_NOW = re.compile(r"(?<!\w)tills vidare(?!\w)", re.IGNORECASE)
_ABOVE = re.compile(r"(?<![^\W\d_])(?:ovan(?:stående|för)?|above)(?![^\W\d_])", re.IGNORECASE)
_MOST_TOKENS = 16
_TITLE = re.compile(
    r"\W*[A-ZÅÄÖ][^\W\d]*(?:[ ]?[&/,-]?[ ]?[^\W\d]+){0,4}(?:[ ]\d{1,2})?(?:,?[ ](?:på|i|hos|via)[ ][A-ZÅÄÖ][\w ]*)?\W*"
)


@dataclass(frozen=True, slots=True)
class Role:
    """Where a line's attribute goes. `unsure`: the other direction is as likely."""

    attribute: Attribute
    direction: Direction
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Outlined:
    """A line by what it is in the list: a row with a date, a value that needs rows, a heading that parts groups."""

    dated: bool = False
    attributes: frozenset[Attribute] = frozenset()
    labelled: bool = False
    leads: bool = False  # ends with a colon
    every: bool = False  # speaks of every meeting
    looks_up: bool = False  # "Ovanstående möten"
    parts: bool = False
    gap_before: bool = False
    gap_after: bool = False


def outline(text: str, fields: Fields, line: Line, *, gap_before: bool, gap_after: bool) -> Outlined:
    """The line (not empty) as a part of the list."""
    if line.dates:
        lead = line.text[: line.dates[0].start]
        return Outlined(dated=not non_meetings.not_meeting_before(lead))
    attributes = frozenset(_attributes(text, fields, line))
    heading = bool(frame_of_heading(line)) or (gap_before and not attributes and not month_heading(line))
    return Outlined(
        attributes=attributes,
        labelled=bool(fields.first),
        leads=text.rstrip().endswith(":"),
        every=speaks_of_every(line.text),
        looks_up=bool(_ABOVE.search(line.text)),
        parts=heading and not attributes,
        gap_before=gap_before,
        gap_after=gap_after,
    )


def _attributes(text: str, fields: Fields, line: Line) -> Iterator[Attribute]:
    if len(line.tokens) > _MOST_TOKENS and not speaks_of_all(line.text):
        return
    if any(mention.first for mention in line.times) and _is_bare_time(text, fields, line):
        yield "time"
    words = without_year(text.strip(" \t:.-"))
    if (fields.place and tidy_place(fields.place)[0]) or (
        not line.mentions and (is_place(words) or PHYSICAL.fullmatch(words))
    ):
        yield "place"
    if not re.search(r"\d", text) and _only_cancels(text, line):
        yield "status"


def _only_cancels(text: str, line: Line) -> bool:
    """Whether a line says that meetings are cancelled, and nothing of its own: "Inställt", "Dessa möten utgår:"."""
    if changes.cancellation(text) != "cancelled":
        return False
    return len(line.tokens) <= 4 or not changes.OWN_WORDS.sub("", _FOR_NOW.sub(" ", changes.CANCELLED.sub(" ", text)))


def _is_bare_time(text: str, fields: Fields, line: Line) -> bool:
    """Whether the line is about a time, rather than an item of a programme: "09.00 Introduktion"."""
    if fields.first in ("time", "date") or text.rstrip().endswith(":") or frame_of_heading(line):
        return True
    if speaks_of_all(line.text):
        return False  # a lead sentence says itself what it is about
    if _is_titled(line):
        return True
    if is_meeting_list(line.text):
        return False
    rest = line.without_times()
    where = find_where(split_pieces(rest))
    words = re.findall(r"[^\W\d_]+", rest.lower())
    placed = bool(where.location) and not where.theme
    return placed or all(_PLAIN_WORDS.fullmatch(word) for word in words)


def _is_titled(line: Line) -> bool:
    """Whether the line is a name and a clock, perhaps with a place: "Styrelsen 13.15-16 (GR)"."""
    lead = line.text[: line.times[0].start]
    if not _TITLE.fullmatch(lead) or non_meetings.OTHER_TIME.search(lead) or non_meetings.not_meeting_before(lead):
        return False
    where = find_where(split_pieces(line.text[line.times[-1].end :]))
    return not where.theme


def roles(lines: Sequence[Outlined | None]) -> dict[int, Role]:
    """The roles of the lines (None for an empty one) by their index, where the line itself does not decide."""
    found: dict[int, Role] = {}
    first = next((at for at, line in enumerate(lines) if line and line.dated), len(lines))
    for begin, end in _blocks(lines):
        for attribute in ("time", "place", "status"):
            for at, role in _block_roles(lines, range(begin, end), attribute, title=begin <= first):
                found.setdefault(at, role)
    for at, line in enumerate(lines):
        if at not in found and line is not None and _is_lone_place(lines, at):
            found[at] = Role("place", "down", unsure=not any(lines[:at]))
    return found


def _is_lone_place(lines: Sequence[Outlined | None], at: int) -> bool:
    """Whether a place stands right above the first rows, so that it is theirs rather than the title of the text."""
    line, following = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if line is None or "place" not in line.attributes or line.labelled or following is None or not following.dated:
        return False
    return not any(other and other.dated for other in lines[:at])


def _blocks(lines: Sequence[Outlined | None]) -> Iterator[tuple[int, int]]:
    begin = 0
    for at, line in enumerate(lines):
        if line is not None and line.parts:
            yield begin, at
            begin = at
    yield begin, len(lines)


def _block_roles(
    lines: Sequence[Outlined | None], block: range, attribute: Attribute, *, title: bool
) -> Iterator[tuple[int, Role]]:
    """`title`: no row stands above the block, so that its first line may be the title of the text."""
    values: list[int] = []
    runs = [0]  # the number of rows before, between and after the values
    for at in block:
        line = lines[at]
        if line is not None and line.dated:
            runs[-1] += 1
        elif line is not None and attribute in line.attributes:
            values.append(at)
            runs.append(0)
    if not values or not any(runs):
        return
    chosen = [line for at in values if (line := lines[at]) is not None]
    for at, role in zip(values, _decide(chosen, runs, attribute, title=title), strict=True):
        if (line := lines[at]) and line.looks_up and runs[0]:
            yield at, Role(attribute, "up")
        elif role is not None:
            yield at, role


def _decide(
    values: Sequence[Outlined], runs: Sequence[int], attribute: Attribute, *, title: bool
) -> list[Role | None]:
    """One role for each value, None where the reading of one line after another does well by itself."""
    above, below = runs[0] > 0, runs[-1] > 0
    lone_title = title and len(values) == 1 and not above and attribute == "place" and not values[0].leads
    if lone_title or (len(values) == 1 and not above and values[0].labelled):
        return [None] * len(values)
    if all(value.leads and not value.labelled for value in values) and below:
        return [Role(attribute, "down")] * len(values)
    if not above and below:
        return [Role(attribute, "down")] * len(values)
    if not above:  # a value first and a value last
        return [None, *(Role(attribute, "up", unsure=True) for _ in values[1:])]
    if not below:
        return _upward(values, runs, attribute)
    return _between(values, runs, attribute)


def _upward(values: Sequence[Outlined], runs: Sequence[int], attribute: Attribute) -> list[Role | None]:
    """The text ends with a value: each belongs to the rows above it."""
    if len(runs) == 2 and runs[0] > 1 and attribute == "status" and not values[0].every:
        return [Role(attribute, "last", unsure=True)]
    uneven = len(runs) > 2 and 1 in runs[:-1]
    several = Role(attribute, "last", unsure=True) if uneven else Role(attribute, "up")
    return [
        several if run > 1 else _below_one(value, attribute) if run else None
        for value, run in zip(values, runs[:-1], strict=True)
    ]


def _below_one(value: Outlined, attribute: Attribute) -> Role | None:
    """A value below a single row: right below it the reading of line after line takes it by itself."""
    return Role(attribute, "up") if value.gap_before and not value.labelled and attribute != "time" else None


def _between(values: Sequence[Outlined], runs: Sequence[int], attribute: Attribute) -> list[Role | None]:
    """Rows both first and last: empty lines tell, or nobody can."""
    if all(value.gap_before and not value.gap_after for value in values):
        return [Role(attribute, "down")] * len(values)
    if all(value.gap_after and not value.gap_before for value in values):
        return [None if run <= 1 else Role(attribute, "up") for run in runs[:-1]]
    direction: Direction = "last" if runs[0] == 1 else "down"
    return [Role(attribute, direction, unsure=True)] * len(values)
