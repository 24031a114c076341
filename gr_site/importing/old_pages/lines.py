"""Lines of a page, cleaned of what copying and saving leaves behind, but never merged or dropped here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from .columns import column_kinds

_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000\f\v\x00-\x08\x0e-\x1f\x7f-\x9f]")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_GAP = re.compile(r" {4,}")
_RUN = re.compile(r"\S{501}")
_LONGEST = 20_000
#: Semicolons of running text have a space after them; those between cells have none.
_SPACED = re.compile(r";\s")
_LEAST_ROWS, _LONGEST_CELL, _LONGEST_ROW = 2, 80, 400
_BULLET = re.compile(r"(?:[•·●▪◦‣■*–—-]|\d{1,2}[.)])\s+(?=\S)")


@dataclass(frozen=True)
class Line:
    """One non-blank line. ``number`` counts from 1 in the source, ``raw`` is the source's own text.

    ``level`` is 1-6 for a heading of saved HTML and 0 elsewhere; ``chrome`` marks HTML outside the main content;
    ``opaque`` a line that no person wrote as text (a word of more than 500 characters): it is kept but not read.
    ``ordinal`` is the number of a numbered bullet ("1.").
    """

    number: int
    text: str
    raw: str
    bullet: bool = False
    after_blank: bool = True
    indent: int = 0
    level: int = 0
    chrome: bool = False
    opaque: bool = False
    ordinal: str = ""

    @property
    def words(self) -> list[str]:
        return self.text.split()


def clean(text: str) -> str:
    """Visible text only: no-break and thin spaces and control characters become spaces, zero-width characters go.
    Wide gaps shrink to three spaces, which still part columns."""
    return _GAP.sub("   ", _INVISIBLE.sub("", _SPACES.sub(" ", text))).strip()


def make_line(number: int, raw: str, *, after_blank: bool, level: int = 0, chrome: bool = False) -> Line:
    text = clean(raw)
    mark = _BULLET.match(text)
    spaced = _SPACES.sub(" ", raw)
    return Line(
        number=number,
        text=text[mark.end() :] if mark else text,
        raw=raw,
        bullet=bool(mark),
        after_blank=after_blank,
        indent=len(spaced) - len(spaced.lstrip()),
        level=level,
        chrome=chrome,
        ordinal=mark[0].strip() if mark and mark[0][0].isdigit() else "",
        opaque=len(text) > _LONGEST or bool(_RUN.search(text)),
    )


def number_lines(rows: Iterable[tuple[str, int, bool]]) -> list[Line]:
    """``(raw text, heading level, chrome)`` per source line -> the non-blank lines, numbered as in the source."""
    lines: list[Line] = []
    blank = True
    for number, (raw, level, chrome) in enumerate(rows, start=1):
        if raw.strip():
            lines.append(make_line(number, raw, after_blank=blank, level=level, chrome=chrome))
        blank = not clean(raw)
    return _with_columns(lines)


def text_lines(source: str) -> list[Line]:
    return number_lines((raw, 0, False) for raw in source.splitlines())


def _with_columns(lines: list[Line]) -> list[Line]:
    """Tables whose cells stand between semicolons, or between commas below a header, with tabs instead."""
    kept: list[Line] = []
    while len(kept) < len(lines):
        start = len(kept)
        kept += _table(lines, start, ";") or _table(lines, start, ",") or [lines[start]]
    return kept


def _table(lines: list[Line], start: int, mark: str) -> list[Line]:
    """The rows from ``start`` on, if they have as many cells each; none of a single row."""
    text = lines[start].text
    count = text.count(mark)
    if not count or len(text) > _LONGEST_ROW:
        return []
    headed = bool(column_kinds(text.replace(mark, "\t")))
    if not headed and (mark == "," or _SPACED.search(text)):
        return []
    end = start
    while end < len(lines) and _is_row(lines[end], mark, count) and (headed or not _SPACED.search(lines[end].text)):
        end += 1
    rows = lines[start:end] if end - start >= _LEAST_ROWS else []
    return [replace(row, text="\t".join(cell.strip() for cell in row.text.split(mark))) for row in rows]


def _is_row(line: Line, mark: str, count: int) -> bool:
    return line.text.count(mark) == count and len(max(line.text.split(mark), key=len)) <= _LONGEST_CELL
