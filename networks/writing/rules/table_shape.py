"""A table as Wagtail's ``TableBlock`` draws it, from any JSON that a browser has sent or a database holds. Pure."""

from itertools import chain
from typing import Any

# A table of 2,000 rows and ten columns. Shorter rows are filled up to the longest, so that a few signs could ask for
# millions of cells.
MOST_CELLS = 20_000
_TEXTS = ("table_header_choice", "table_caption")
_FLAGS = ("first_row_is_table_header", "first_col_is_header")


def shaped(value: object) -> dict[str, Any]:
    """The parts of ``value`` that ``TableBlock`` knows, without what has not their shape.

    Rows have equal length, unless that gave more than ``MOST_CELLS``, and cells that are texts, which numbers become,
    or None. ``cell`` and ``mergeCells`` lie inside the rows.
    """
    if not isinstance(value, dict):
        return {}
    found = {name: value[name] for name in _TEXTS if isinstance(value.get(name), str)}
    found |= {name: value[name] for name in _FLAGS if isinstance(value.get(name), bool)}
    rows = _rows(value["data"]) if isinstance(value.get("data"), list) else []
    if "data" in value:
        found["data"] = rows
    for name, keep in (("cell", _cell), ("mergeCells", _span)):
        if name in value:
            given = value[name] if isinstance(value[name], list) else []
            found[name] = [part for each in given if _is_inside(each, rows) and (part := keep(each, rows))]
    return found


def cell_count(rows: list[list[str | None]]) -> int:
    """How many cells the rows have when all are as long as the longest."""
    return len(rows) * max(map(len, rows), default=0)


def _rows(given: list[Any]) -> list[list[str | None]]:
    rows = [[_text(cell) for cell in row] for row in given if isinstance(row, list)]
    if cell_count(rows) > MOST_CELLS:
        return rows
    width = max(map(len, rows), default=0)
    return [list(chain(row, [""] * (width - len(row)))) for row in rows]


def _text(cell: object) -> str | None:
    if cell is None or isinstance(cell, str):
        return cell
    return str(cell) if type(cell) in (int, float) else ""


def _is_inside(part: object, rows: list[list[str | None]]) -> bool:
    if not isinstance(part, dict):
        return False
    row, column = part.get("row"), part.get("col")
    return type(row) is int and type(column) is int and 0 <= row < len(rows) and 0 <= column < len(rows[row])


def _cell(part: dict[str, Any], rows: list[list[str | None]]) -> dict[str, Any]:
    kept = {"row": part["row"], "col": part["col"]}
    kept |= {"className": part["className"]} if isinstance(part.get("className"), str) else {}
    return kept | ({"hidden": part["hidden"]} if isinstance(part.get("hidden"), bool) else {})


def _span(part: dict[str, Any], rows: list[list[str | None]]) -> dict[str, Any] | None:
    down, along = part.get("rowspan"), part.get("colspan")
    if type(down) is not int or type(along) is not int or min(down, along) < 1:
        return None
    down, along = min(down, len(rows) - part["row"]), min(along, len(rows[0]) - part["col"])
    return {"row": part["row"], "col": part["col"], "rowspan": down, "colspan": along}
