"""The reading of one line after another: which kind of line it is, and who takes it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..lines import changes
from ..lines.labels import Fields, fields_of_cells, split_fields
from ..lines.line import Line, read_line
from ..lines.residue import clean
from ..lines.subjects import heads_group
from ..tokens.scanner import plain
from ..tokens.token import Kind
from .dated import take_dates, take_tile
from .doubts import doubt_calendar, doubt_changes, doubt_clocks, doubt_directions, doubt_once, doubt_unread
from .drafts import Draft, refused_row
from .group_lines import take_role
from .groups import Outlined, Role, outline, roles
from .heading_doubts import doubtful_heading
from .headings import month_heading
from .items import MAX_LINE, Chunk, Item, items_of
from .part_doubts import doubt_parts
from .same_position import places_by_position
from .section import Section
from .sentence_doubts import is_lone_place, tells_place
from .state import State, doubt_waiting
from .table_heads import has_stacked_head, take_table_head
from .tails import lend_tails
from .undated import take_expected, take_labels, take_other
from .unknown_labels import unknown_label

_MOST_OUTLINED = 8_000  # lines; no list that people paste is longer
_LONGEST_VALUE = 200  # a time or a place on a line of its own is no longer
_RULE = re.compile(r"[\s|:+-]*-{3}[\s|:+-]*")


@dataclass(frozen=True, slots=True)
class Undated:
    """A line that gave no row of its own. `used`: it was a heading, a label or a part of a row."""

    raw: str
    used: bool
    row: int = 0  # the number of rows before it
    states: bool = False  # the rows below it have a status from a heading
    gave: bool = False  # it gave rows


class Flow:
    """Takes the lines of a text in order."""

    def __init__(self, section: Section) -> None:
        self.state = State(section)
        self.undated: list[Undated] = []
        self._label = ""  # a line with an unknown label, right above the line to come

    @property
    def drafts(self) -> list[Draft]:
        return self.state.drafts

    def take_all(self, chunks: Iterable[Chunk], most: int) -> None:
        """Lines as pasted, ready rows, and lines that are parts of something else. Stops after `most` rows."""
        items = list(items_of(chunks))
        lines = [item if isinstance(item, Item) else None for item in items]
        found = (
            {}
            if has_stacked_head([line.text if line else None for line in lines])
            else roles(_outlines(lines[:_MOST_OUTLINED]))
        )
        for at, item in enumerate(items):
            if isinstance(item, Item):
                self._take(item, found.get(at))
            elif isinstance(item, Draft):
                self.drafts.append(item)
            else:
                self.undated += [Undated(raw, used=True) for raw in item]
            if len(self.drafts) > most:
                rest = self.drafts[most]
                self.drafts[most:] = [refused_row(rest.lines, "too_many", limit=most)]
                break
        self.state.settle_weekday()
        self.state.settle_lone_lines()
        doubt_waiting(self.state, self.drafts)
        lend_tails(self.drafts, [(line.raw, line.used) for line in self.undated if line.row == len(self.drafts)])
        doubt_unread(self.drafts, list(self._unheard()), [line.raw for line in self._stateless()])
        doubt_changes(self.drafts, [line.raw for line in self._stateless()])
        doubt_parts(self.drafts, [(line.raw, line.used) for line in self.undated if not line.gave])
        doubt_directions(self.drafts, [(line.raw, line.row) for line in self.undated if not line.gave])
        doubt_clocks(self.drafts, [line.raw for line in self.undated])
        _themes_below(self.drafts)
        places_by_position(self.drafts)
        doubt_calendar(self.drafts)
        doubt_once(self.drafts)

    def _unheard(self) -> Iterator[str]:
        """The lines that gave no row, and nothing to the rows above or below them."""
        for line in self._stateless():
            if not line.used:
                yield line.raw

    def _stateless(self) -> Iterator[Undated]:
        """The lines that gave no row, and no status to those below them."""
        for line in self.undated:
            sure = not changes.LIST_WORDS.search(line.raw)
            holds = line.states and line.row < len(self.drafts) and sure
            if not (line.gave or holds):
                yield line

    def _take(self, item: Item, role: Role | None) -> None:
        state = self.state
        beside = [] if state.above.gap else list(state.above.rows)
        if not re.search(r"\w", item.text) and not _RULE.fullmatch(item.text):
            state.above.gap, self._label = True, ""
            state.table.flattened = False
            if plain(item.raw).strip():  # a dash, or nothing but a time zone
                self.undated.append(Undated(item.raw, used=False))
            return
        before, used = len(state.drafts), False
        if len(item.text) > MAX_LINE:
            if re.search(r"\d", item.text):
                state.refuse(item.raw, "too_long_line")
        elif _RULE.fullmatch(item.text) or take_table_head(self.state, item.text):
            used = True
        else:
            used = self._read(item.raw, item.text, role)
            if len(state.drafts) == before:
                self._doubt_heading(item)
                self._doubt_label(item, beside, used)
                self._doubt_place(item, beside, used)
        self._remark(state.drafts[before:], item)
        if len(state.drafts) > before:
            for draft in state.drafts[before:] if self._label else ():
                draft.add("group_unclear", ink=self._label)
            self._label = ""
        state.above.parted = state.above.parted or not used
        states = state.section.tentative or state.section.cancelled
        self.undated.append(Undated(item.raw, used, before, states, gave=len(state.drafts) > before))
        state.above.gap = False

    def _doubt_label(self, item: Item, beside: Sequence[Draft], used: bool) -> None:
        """A line with an unknown label may say something of the rows right above it, or of those to come."""
        if used or not unknown_label(item.text):
            return
        for draft in beside:
            draft.add("lines_below", ink=item.raw.strip())
        self._label = "" if beside else item.raw.strip()

    def _doubt_place(self, item: Item, beside: Sequence[Draft], used: bool) -> None:
        """A place that was not used may be that of the rows beside it, whatever place they have."""
        for draft in beside if not used and is_lone_place(item.text) else ():
            draft.add("lines_below", ink=item.raw.strip())
        place = self.state.section.usual.location
        names_other = tells_place(item.text) if not used else is_lone_place(item.text) and place not in item.text
        if place and names_other:
            self.state.section.group_unclear = item.raw.strip()

    def _doubt_heading(self, item: Item) -> None:
        """Remembers a heading that may say more of the rows below it than has been understood."""
        section = self.state.section
        found = doubtful_heading(item.text, tentative=section.tentative, cancelled=section.cancelled)
        if found:
            section.heading_unclear = item.raw.strip()

    def _remark(self, drafts: Sequence[Draft], item: Item) -> None:
        """What the spelling of the line and its group say of its rows."""
        section = self.state.section
        for draft in drafts:
            for code in item.codes:
                draft.add(code)
            if section.group_unclear:
                draft.add("group_unclear", ink=section.group_unclear)
            if section.heading_unclear:
                draft.add("heading_unclear", ink=section.heading_unclear)
            if ended := section.ended_status or ("" if draft.location else section.ended_place):
                draft.add("group_ended", ink=ended)
            if section.two_clocks and draft.start_time and not draft.own_time:
                draft.add("two_clocks", ink=section.two_clocks)
            draft.clock_above = section.unread_clock
            if section.cancelled and draft.status != "cancelled":
                draft.status = "cancelled"
                draft.add("cancelled_heading")

    def _read(self, raw: str, text: str, role: Role | None) -> bool:
        """True if the line was a heading, or said something of rows above or below it."""
        state = self.state
        fields = fields_of_cells(text, state.table.columns) or split_fields(text)
        expects_time = bool(state.table.expected) and state.table.expected[0] in ("time", "date")
        line = read_line(fields.body, state.section.month, labelled_time=fields.timed or expects_time)
        state.section.footnotes = state.section.footnotes or line.footnotes
        if role is not None and not line.dates and take_role(state, raw, line, fields, role):
            return True
        line = _with_waiting_days(state, line, fields)
        if state.waiting.lone_day and not line.dates and month_heading(line):
            take_tile(state, raw, line)
            return True
        if state.waiting.lone_day:
            state.settle_lone_lines()
        if line.dates and state.table.flattened:
            state.refuse(raw, "table_cell")
            return True
        if line.dates:
            take_dates(state, raw, line, fields)
            return True
        state.settle_weekday()
        if fields.first or fields.place is not None or fields.theme is not None:
            take_labels(state, raw, line, fields)
            return True
        return take_expected(state, raw, line) or take_other(state, raw, line)


def _with_waiting_days(state: State, line: Line, fields: Fields) -> Line:
    """The line "mars, kl 9-11" with the days above it, "den 3, 10 och 17"; any other line as it is."""
    above = state.waiting.weekday
    if line.dates or not re.search(r"\d", above) or [token.kind for token in line.tokens[:1]] != [Kind.MONTH]:
        return line
    joined = read_line(f"{plain(above).strip()} {line.text}", labelled_time=fields.timed)
    return joined if joined.dates else line


def _outlines(items: Sequence[Item | None]) -> list[Outlined | None]:
    """What each line is in the list, judged before the list is read."""
    found: list[Outlined | None] = []
    month: int | None = None
    empty = [item is None or not re.search(r"\w", item.text) for item in items]
    for at, item in enumerate(items):
        if item is None or empty[at] or len(item.text) > MAX_LINE:
            found.append(None)
            continue
        if len(item.text) > _LONGEST_VALUE:
            found.append(Outlined(dated=bool(re.search(r"\d", item.text))))
            continue
        fields = split_fields(item.text)
        line = read_line(fields.body, month, labelled_time=fields.timed)
        if heading := month_heading(line):
            month = heading[0]
        before, after = at == 0 or empty[at - 1], at + 1 >= len(items) or empty[at + 1]
        found.append(outline(item.text, fields, line, gap_before=before, gap_after=after))
    return found


def _themes_below(drafts: Sequence[Draft]) -> None:
    """Words on a line below each date are its theme, when most dates have such a line."""
    meetings = [draft for draft in drafts if not draft.refused]
    below = [draft for draft in meetings if clean(draft.below)]
    if len(below) < 2 or len(below) * 2 <= len(meetings):
        for draft in below:
            if not draft.theme and not heads_group(draft.below):
                draft.add("lines_below", ink=draft.below.strip())
        return
    for draft in below:
        draft.add("lines_below", ink=draft.below.strip())
        draft.theme = draft.theme or draft.below.strip()
