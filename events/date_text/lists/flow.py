"""The reading of one line after another: which kind of line it is, and who takes it."""

import re
from collections.abc import Sequence

from ..lines.labels import columns_of, fields_of_cells, header_field, split_fields
from ..lines.line import read_line
from ..tokens.scanner import plain
from .dated import take_dates, take_tile
from .drafts import Draft
from .headings import month_heading
from .section import Section
from .state import State
from .undated import take_expected, take_labels, take_other

MAX_LINE = 1_000


class Flow:
    """Takes the lines of a text in order."""

    def __init__(self, section: Section) -> None:
        self.state = State(section)

    @property
    def drafts(self) -> list[Draft]:
        return self.state.drafts

    def take(self, raw: str) -> None:
        """One line as pasted."""
        text = plain(raw)
        if not text.strip():
            self.state.above.gap = True
            return
        if len(text) > MAX_LINE:
            if re.search(r"\d", text):
                self.state.refuse(raw, "too_long_line")
        elif not self._take_table_head(text):
            self._read(raw, text)
        self.state.above.gap = False

    def close(self) -> None:
        """The end of the text."""
        self.state.settle_lone_lines()
        _themes_below(self.state.drafts)

    def _take_table_head(self, text: str) -> bool:
        """A table's head on one line, or one label of a head that a copy has put on lines of their own."""
        state = self.state
        if head := columns_of(text):
            state.table.stacked, state.table.columns = [], head
            return True
        field = header_field(text)
        if field and text.rstrip().endswith(":"):
            state.table.expected = [field]
        elif field:
            state.table.stacked = [*state.table.stacked, field]
        return bool(field)

    def _read(self, raw: str, text: str) -> None:
        state = self.state
        fields = fields_of_cells(text, state.table.columns) or split_fields(text)
        expects_time = bool(state.table.expected) and state.table.expected[0] in ("time", "date")
        line = read_line(fields.body, state.section.month, labelled_time=fields.timed or expects_time)
        state.section.footnotes = state.section.footnotes or line.footnotes
        if state.waiting.lone_day and not line.dates and month_heading(line):
            take_tile(state, raw, line)
            return
        if state.waiting.lone_day:
            state.settle_lone_lines()
        if line.dates:
            take_dates(state, raw, line, fields)
        elif fields.first or fields.place is not None or fields.theme is not None:
            take_labels(state, raw, line, fields)
        elif not take_expected(state, raw, line):
            take_other(state, raw, line)


def _themes_below(drafts: Sequence[Draft]) -> None:
    """Words on a line below each date are its theme, when most dates have such a line."""
    meetings = [draft for draft in drafts if not draft.refused]
    below = [draft for draft in meetings if draft.below]
    if len(below) < 2 or len(below) * 2 <= len(meetings):
        return
    for draft in below:
        draft.add("lines_below", ink=draft.below.strip())
        draft.theme = draft.theme or draft.below.strip()
