"""Finds the same row in several versions of a page. Pure.

A row is known by its translation key, or by its primary key. A row that was added to a published page has neither in
the page's drafts until Wagtail publishes it: it is found by what it says, and then by its order in the list.
"""

from typing import Any

from .sameness import same

Row = dict[str, Any]


def keyed(rows: list[Row]) -> dict[str, Row]:
    """``{key: row}`` in the order of the list."""
    return {_key(row) or f"row {number}": row for number, row in enumerate(rows)}


def keyed_like(rows: list[Row], seen: dict[str, Row], mark: str, *, lasting: bool = False) -> dict[str, Row]:
    """``{key: row}`` with the keys of ``seen`` where it is the same row. ``mark`` begins the keys of new rows.

    ``lasting``: a row's key stays with it whoever saves it, so that one with another key is another row.
    """
    keys = [key if (key := _key(row)) in seen else None for row in rows]
    left = {} if lasting else {key: row for key, row in seen.items() if key not in keys}
    for is_same in (same, _has_no_key):
        for number, row in enumerate(rows):
            if keys[number] is None and (found := next((key for key in left if is_same(row, left[key])), None)):
                keys[number] = found
                del left[found]
    return {
        key or _key(row) or f"{mark} {number}": row for number, (key, row) in enumerate(zip(keys, rows, strict=True))
    }


def _has_no_key(_row: Row, old: Row) -> bool:
    return old["pk"] is None


def _key(row: Row) -> str | None:
    if row.get("translation_key"):
        return str(row["translation_key"])
    return f"pk {row['pk']}" if row.get("pk") else None
