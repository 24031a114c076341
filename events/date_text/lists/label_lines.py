"""A label on a line of its own and its value on the next: "Plats" above "Rådhuset", as pages are copied."""

import re
from collections.abc import Sequence

from ..lines.labels import Field, header_field, heads_column, split_fields
from ..lines.line import Line, read_line
from ..lines.non_meetings import OTHER_TIME
from ..tokens.ink import readable
from .headings import frame_of_heading, is_meeting_list
from .unknown_labels import is_labelled

_LONGEST = 120
_SENTENCE = 3  # words
_WORDS = re.compile(r"(?!kl|från|mellan|ca)[^\W\d_]{3}", re.IGNORECASE)
_GREETING = re.compile(r"\W*(?:(?:med )?vänlig|hälsning|mvh|välkom|vi ses|hej)", re.IGNORECASE)


def is_value(line: Line, field: Field) -> bool:
    """Whether a line may be what a label above it waits for, and is no sentence of its own."""
    sentence = line.text.endswith(("!", "?")) or (line.text.endswith(".") and len(line.text.split()) >= _SENTENCE)
    if field in ("time", "date"):
        lead = line.text[: line.times[0].start] if line.times else ""
        return bool(line.times) and not ((sentence and _WORDS.match(lead)) or OTHER_TIME.search(lead))
    clock = bool(line.times) and not re.search(r"[^\W\d_]", line.without_times())
    return not (sentence or clock or is_labelled(line.text) or _GREETING.match(line.text))


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
    if line.dates or heading or split_fields(ink).first or not is_value(line, field):
        return ""
    return f"{name}: {ink}"
