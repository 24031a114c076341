"""A label on a line of its own and its value on the next: "Plats" above "Rådhuset", as pages are copied."""

import re
from collections.abc import Sequence

from ..lines.labels import header_field, heads_column, split_fields
from ..lines.line import Line, read_line
from ..tokens.ink import readable
from .headings import frame_of_heading, is_meeting_list
from .unknown_labels import is_labelled

_LONGEST = 120
_SENTENCE = 3  # words


def is_value(line: Line) -> bool:
    """Whether a line may be the place or the theme that a label above it waits for, and is no sentence of its own."""
    sentence = line.text.endswith(("!", "?")) or (line.text.endswith(".") and len(line.text.split()) >= _SENTENCE)
    clock = bool(line.times) and not re.search(r"[^\W\d_]", line.without_times())
    return not (sentence or clock or is_labelled(line.text))


def labelled(before: Sequence[str], label: str, value: str) -> str:
    """The two lines as one, "Plats: Rådhuset", or "" where `value` is not the label's own.

    `before` are the lines above: below another label this one is more likely the head of a table's column.
    """
    if len(label) > _LONGEST or len(value) > _LONGEST:
        return ""
    name, ink = readable(label)[0].strip(" \t:*"), readable(value)[0]
    field = header_field(name)
    above = next((line for line in reversed(before) if line.strip()), "")
    if field not in ("place", "time") or heads_column(above[:_LONGEST]) or heads_column(ink):
        return ""
    line = read_line(ink, labelled_time=field == "time")
    heading = frame_of_heading(line) is not None or is_meeting_list(ink)
    if line.dates or heading or split_fields(ink).first or (field == "place" and not is_value(line)):
        return ""
    return f"{name}: {ink}" if bool(line.times) == (field == "time") else ""
