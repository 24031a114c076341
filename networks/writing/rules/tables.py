"""Checks that a table can be read aloud (WCAG 1.3.1). Pure; ``value`` is what Wagtail's table block stores."""

from collections.abc import Mapping
from typing import Any


def has_headers(value: Mapping[str, Any]) -> bool:
    return value.get("table_header_choice") in ("row", "column", "both")


def empty_headers(value: Mapping[str, Any]) -> int:
    """The number of empty header cells. The corner may be empty in a table with headers in both directions."""
    choice, rows = value.get("table_header_choice"), value.get("data") or [[]]
    first_row = list(rows[0]) if choice in ("row", "both") else []
    first_column = [row[0] for row in rows if row] if choice in ("column", "both") else []
    cells = first_row[1:] + first_column[1:] if choice == "both" else first_row + first_column
    return sum(not str(cell or "").strip() for cell in cells)
