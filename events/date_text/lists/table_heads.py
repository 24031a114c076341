"""A table's head: its labels beside each other on one line, or below each other."""

from collections.abc import Sequence

from ..lines.labels import columns_of, header_field
from .state import State
from .wrecks import is_flattened_head


def has_stacked_head(lines: Sequence[str | None]) -> bool:
    """Whether two labels stand below each other, as the head of a table does when a copy has lost its columns."""
    before = False
    for text in lines:
        if text is None or not text.strip():
            continue
        label = bool(header_field(text)) and not text.rstrip().endswith(":")
        if label and before:
            return True
        before = label
    return False


def take_table_head(state: State, text: str) -> bool:
    """Takes a table's head on one line, or one label of a head that a copy has put on lines of their own."""
    if is_flattened_head(text):
        state.table.flattened = True
        return True
    if head := columns_of(text):
        state.table.stacked, state.table.columns = [], head
        return True
    field = header_field(text)
    beside = field in ("place", "theme") and bool(state.above.rows) and not state.table.stacked
    if field and (beside or text.rstrip().endswith(":")):
        state.table.expected = [field]
    elif field:
        state.table.stacked = [*state.table.stacked, field]
    return bool(field)
