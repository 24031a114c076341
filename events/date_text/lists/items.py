"""The lines of a text as they are read: in spellings that the scanner knows, with two lines that are one joined."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..lines.labels import columns_of
from ..tokens.ink import readable
from ..tokens.scanner import plain
from .drafts import Draft
from .month_columns import Cell
from .month_tables import with_month_tables
from .pairs import with_pairs
from .tables import with_tables

MAX_LINE = 1_000
_COMMA_CELLS = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?(?:,(?! )[^,]*){2,}")
_CELLS = re.compile(r"[^;\s][^;]*(?:;(?! )[^;]*){2,}")

Chunk = str | Draft | Cell | list[str]


@dataclass(frozen=True, slots=True)
class Item:
    """A line to be read. `text` is `raw` in spellings that the scanner knows, `codes` what that changed."""

    raw: str
    text: str
    codes: tuple[str, ...] = ()


def items_of(chunks: Iterable[Chunk]) -> Iterator[Item | Draft | list[str]]:
    """The chunks with their texts made readable, and two lines that are a pair as one."""
    lines: list[str] = []
    for chunk in chunks:
        if isinstance(chunk, str):
            lines.append(chunk)
            continue
        yield from _read_items(lines)
        lines = []
        yield Item(chunk.raw, plain(chunk.text), ("table",)) if isinstance(chunk, Cell) else chunk
    yield from _read_items(lines)


def _read_items(lines: Sequence[str]) -> Iterator[Item | list[str]]:
    kept: list[str] = []
    for part in with_month_tables(lines):
        if isinstance(part, str):
            kept.append(part)
            continue
        yield from _read_lines(kept)
        kept = []
        raw, texts = part
        if texts:
            yield from (Item(raw, text, ("table",)) for text in texts)
        else:
            yield [raw]
    yield from _read_lines(kept)


def _read_lines(lines: Sequence[str]) -> Iterator[Item]:
    kept: list[str] = []
    for part in with_tables(lines):
        if isinstance(part, str):
            kept.append(part)
            continue
        yield from _read_plain(kept)
        kept = []
        text, codes = readable(part.text)
        yield Item(part.raw, text, (*codes, *part.codes))
    yield from _read_plain(kept)


def _read_plain(lines: Sequence[str]) -> Iterator[Item]:
    commas = 0  # in the head of a table above
    for raw, ink in with_pairs(lines):
        if len(ink) > MAX_LINE:
            yield Item(raw, plain(ink))
            continue
        text, codes = readable(ink)
        commas = text.count(",") if _heads_commas(text) else commas
        row = commas > 0 and text.count(",") == commas and ", " not in text
        text = text.replace(",", "\t") if row or _COMMA_CELLS.fullmatch(text) else text
        yield Item(raw, text.replace(";", "\t") if _CELLS.fullmatch(text) else text, codes)


def _heads_commas(text: str) -> bool:
    """Whether a line is the head of a table whose columns are parted by commas: "Start,End,Subject"."""
    return text.count(",") > 1 and ", " not in text and bool(columns_of(text.replace(",", "\t")))
