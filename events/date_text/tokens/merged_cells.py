"""Cells of an HTML table that reach over several rows, written out in each of them."""

import re

_ROW = re.compile(r"(?=<tr\b)", re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b([^<>]{0,500})>", re.IGNORECASE)
_ROWSPAN = re.compile(r"\browspan\s*=\s*[\"']?(\d{1,2})(?!\d)", re.IGNORECASE)
_END = re.compile(r"</?t[dhr]\b|</?table", re.IGNORECASE)
_ROW_END = re.compile(r"</tr\b|</?table", re.IGNORECASE)
_LONGEST, _MOST_COLUMNS = 300, 20

Waiting = dict[int, tuple[int, str]]  # by column: the rows left, and the cell


def with_merged_cells(html: str) -> str:
    """The markup with each cell that has a `rowspan` repeated in the rows that it reaches over.

    Cells of more than 300 characters, and those beyond the 20th column, are left as they are.
    """
    if "rowspan" not in html.lower():
        return html
    waiting: Waiting = {}
    rows: list[str] = []
    for row in _ROW.split(html):
        rows.append(_filled(row, waiting) if row[:3].lower() == "<tr" else row)
        if "</table" in row.lower():
            waiting.clear()
    return "".join(rows)


def _filled(row: str, waiting: Waiting) -> str:
    """The row with the cells that wait for it; notes in `waiting` those that its own cells leave for the next."""
    parts: list[str] = []
    new: Waiting = {}
    column = at = 0
    for tag in _CELL.finditer(row):
        parts.append(row[at : tag.start()])
        at = tag.start()
        column = _insert(parts, waiting, column)
        span = _ROWSPAN.search(tag[1])
        end = _END.search(row, tag.end())
        ink = row[tag.end() : end.start() if end else len(row)]
        if span and int(span[1]) > 1 and len(ink) <= _LONGEST and column < _MOST_COLUMNS:
            new[column] = (int(span[1]) - 1, f"<td>{ink}</td>")
        column += 1
    last = _ROW_END.search(row, at)
    cut = last.start() if last else len(row)
    parts.append(row[at:cut])
    _insert(parts, waiting, column)
    waiting.update(new)
    return "".join((*parts, row[cut:]))


def _insert(parts: list[str], waiting: Waiting, column: int) -> int:
    """Adds the cells that wait from the column on; the first column after them."""
    while column in waiting:
        left, cell = waiting.pop(column)
        parts.append(cell)
        if left > 1:
            waiting[column] = (left - 1, cell)
        column += 1
    return column
