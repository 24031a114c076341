"""Tables with a month in each column and a body in each row, "Nämnd | Januari | Februari", whose columns are clear.

One cell that is no list of days, or a row with other cells than the head, leaves the table as it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..tokens.scanner import plain
from ..tokens.vocabulary import MONTHS

_MOST_CHARACTERS, _MOST_CELLS = 500, 30
_BORDER = re.compile(r"\t|\|")
_YEAR = re.compile(r"\s+20\d\d\Z")
_RULE = re.compile(r"[\s|:+-]*-{2}[\s|:+-]*")
_EMPTY = re.compile(r"[\s-]*")
_DAY = r"(?:3[01]|[12]\d|0?[1-9])\.?"
_DAYS = re.compile(rf"(?:den )?({_DAY}(?:(?: ?[,&] ?| och )(?:och )?{_DAY})*)(?:,? (kl\b.*))?", re.IGNORECASE)

Row = tuple[str, list[str]]  # a raw line and its cells


@dataclass(frozen=True, slots=True)
class Cell:
    """The days of a body in a month. `raw` is its row in the table, `text` a line such as "12, 26 januari - AU"."""

    raw: str
    text: str


def without_month_columns(lines: Sequence[str]) -> Iterator[str | list[str] | Cell]:
    """The lines; a clear table is a list of its lines without days, and then its cells in the order of the months."""
    at = 0
    while at < len(lines):
        head = _cells(lines[at])
        rows, end = _rows(lines, at + 1, len(head)) if _is_head(head) else ([], at)
        cells = _meetings(head, rows)
        if not cells:
            yield lines[at]
            at += 1
            continue
        dated = {cell.raw for cell in cells}
        yield [raw for raw in lines[at:end] if raw not in dated]
        yield from cells
        at = end


def _cells(line: str) -> list[str]:
    """The cells of a line with borders, without the outer borders of a drawn table; else []."""
    if len(line) > _MOST_CHARACTERS or not _BORDER.search(line):
        return []
    if line.lstrip().startswith("|"):
        line = line.strip()[1:].removesuffix("|")
    return [plain(cell).strip(" *") for cell in _BORDER.split(line)]


def _is_head(head: Sequence[str]) -> bool:
    months = [_month(cell) for cell in head[_first(head) :] if cell]
    return 2 <= len(set(months)) == len(months) < _MOST_CELLS and all(months)


def _first(head: Sequence[str]) -> int:
    """The column of the first month: 0 in a table without names of bodies."""
    return 0 if head and _month(head[0]) else 1


def _month(cell: str) -> int:
    return MONTHS.get(_YEAR.sub("", cell).strip(" .:").lower(), 0)


def _rows(lines: Sequence[str], begin: int, width: int) -> tuple[list[Row], int]:
    """(rows below the head, index after the last). A row with fewer cells may have lost any of them."""
    rows: list[Row] = []
    at = begin
    while at < len(lines):
        cells = _cells(lines[at])
        if not _RULE.fullmatch(lines[at]):
            if len(cells) != width or _is_head(cells):
                break
            rows.append((lines[at], cells))
        at += 1
    return rows, at


def _meetings(head: Sequence[str], rows: Sequence[Row]) -> list[Cell]:
    """The cells that hold days, or [] if any cell is unclear."""
    found: list[tuple[int, Cell]] = []
    first = _first(head)
    for raw, cells in rows:
        body = cells[0] if first else ""
        for column, cell in enumerate(cells[first:], first):
            if _EMPTY.fullmatch(cell):
                continue
            days = _DAYS.fullmatch(cell)
            if days is None or not head[column] or re.search(r"\d", body):
                return []
            listed = ", ".join(re.findall(r"\d+", days[1]))
            clock = f" {days[2]}" if days[2] else ""
            found.append((column, Cell(raw, f"{listed} {head[column].strip(' .:')}{clock} - {body}".rstrip(" -"))))
    return [cell for _, cell in sorted(found, key=lambda one: one[0])]
