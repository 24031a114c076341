"""Reads a pasted text of Swedish meeting dates. Pure: what today is comes from outside, and no text makes it raise."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from .lists.calendar_files import without_events
from .lists.drafts import refused_row
from .lists.flow import Flow
from .lists.items import Chunk
from .lists.matrices import without_matrices
from .lists.month_columns import without_month_columns
from .lists.section import section_of
from .tokens.markup import plain_text
from .verdict.finish import finished
from .verdict.rows import DateRow, row_of

MAX_CHARACTERS = 200_000
MAX_ROWS = 2_000
_LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class OtherLine:
    """A line that gave no row. `used` says that it was read as a heading or a label."""

    text: str
    used: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was pasted: the rows, and the lines that are in none of them."""

    rows: list[DateRow]
    others: list[OtherLine]


def read_dates(text: str, *, context: str = "", today: date, most: int = MAX_ROWS) -> list[DateRow]:
    """The meetings in `text`, and a refused row for every line with a date that could not be read.

    `context` is the heading above the list ("Mötesdagar 2018, klockan 09.00-12.00"); `today` is the local date in
    Europe/Stockholm. A text of more than 200,000 characters gives one refused row; after `most` rows the reading stops
    with a refused row. Takes time in proportion to the text. Raises nothing, whatever the text.
    """
    return read_text(text, context=context, today=today, most=most).rows


def read_text(text: str, *, context: str = "", today: date, most: int = MAX_ROWS) -> Reading:
    """As `read_dates`, with the lines that gave no row, so that nothing pasted disappears."""
    day = today.date() if isinstance(today, datetime) else today
    if len(text) > MAX_CHARACTERS:
        head = _LINE_BREAK.split(text[:200].lstrip())[0]
        row = row_of(refused_row([head], "too_large", limit=f"{MAX_CHARACTERS:,}".replace(",", " ")))
        return Reading([row], [])
    flow = Flow(section_of(context, day))
    flow.take_all(_chunks(_LINE_BREAK.split(plain_text(text))), most)
    rows = finished(flow.drafts, day)
    shown = {line.strip() for row in rows for line in row.text.split("\n")}
    others = (OtherLine(part.strip(), line.used) for line in flow.undated for part in line.raw.split("\n"))
    return Reading(rows, [line for line in others if line.text not in shown])


def _chunks(lines: Sequence[str]) -> Iterator[Chunk]:
    """The lines, with the events of calendar files and flattened tables taken out as rows."""
    kept: list[str] = []
    for chunk in without_events(lines):
        if isinstance(chunk, str):
            kept.append(chunk)
            continue
        yield from _tables(kept)
        kept = []
        yield chunk
    yield from _tables(kept)


def _tables(lines: Sequence[str]) -> Iterator[Chunk]:
    """The lines, with the cells of clear month tables and each table that has lost its columns."""
    kept: list[str] = []
    for chunk in without_month_columns(lines):
        if isinstance(chunk, str):
            kept.append(chunk)
            continue
        yield from without_matrices(kept)
        kept = []
        yield chunk
    yield from without_matrices(kept)
