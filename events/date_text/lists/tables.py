"""Tables with a head whose cells are clear: each row in the same order of columns, with one row for each date column.

Columns of deadlines, mailings and preparations are left out, cells that say "as above" are filled, and a start and an
end that both hold their date become one. Any other line passes as it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..lines.line import read_line
from .cells import cells_of, sign_of
from .column_names import is_name
from .table_rows import Columns, Row, columns_under, fill_down, shifted_rows

_NEAREST = 3  # lines below a head within which its first row stands
_MOST_CELLS = 20
_LONGEST = 1_000  # characters of a row


@dataclass(frozen=True, slots=True)
class Lined:
    """A row of a table as it is to be read. `raw` is its line, `codes` what a person should look at."""

    raw: str
    text: str
    codes: tuple[str, ...] = ()


def with_tables(lines: Sequence[str]) -> Iterator[str | Lined]:
    """The lines, those of clear tables as `Lined`. Takes time in proportion to the lines."""
    head: Columns | None = None
    block: list[str] = []
    for at, line in enumerate(lines):
        if found := _head_at(lines, at):
            yield from _read(head, block)
            head, block = found, [line]
        elif head is None:
            yield line
        else:
            block.append(line)
    yield from _read(head, block)


def _head_at(lines: Sequence[str], at: int) -> Columns | None:
    """The columns of the head of a table at the line, or None where it is no head, or there is nothing to change."""
    sign = sign_of(lines[at])
    names = cells_of(lines[at], sign)
    worded = sum(name.lower() != name.upper() for name in names)
    if worded < 2 or len(names) > _MOST_CELLS or not all(map(is_name, names)):
        return None
    nearest = (line for line in lines[at + 1 : at + 1 + _NEAREST] if any(map(str.isdigit, line[:_LONGEST])))
    below = (cells_of(line, sign) for line in nearest)
    first = next((cells for cells in below if len(cells) == len(names) and _dates(cells)), None)
    return columns_under(names, sign, first, _dates(first)) if first else None


def _dates(cells: Sequence[str]) -> list[int]:
    """The columns whose cell is a date, perhaps with its clock."""
    return [at for at, cell in enumerate(cells) if any(c.isdigit() for c in cell[:40]) and _is_date(cell)]


def _is_date(cell: str) -> bool:
    if len(cell) > 60:
        return False
    line = read_line(cell)
    return len(line.dates) == 1 and line.dates[0].start <= 12


def _read(head: Columns | None, block: Sequence[str]) -> Iterator[str | Lined]:
    if head is None:
        return
    rows = [Row(line, cells_of(line, head.sign)) for line in block]
    fitting = [row for row in rows[1:] if len(row.cells) == len(head.names) and _dates(row.cells)]
    fill_down(head, fitting)
    fits = {id(row) for row in fitting}
    yield Lined(rows[0].raw, "\t".join(head.written))
    for row in rows[1:]:
        if id(row) not in fits:
            yield row.raw
            continue
        for text in shifted_rows(head, row.cells):
            yield Lined(row.raw, text, row.codes)
