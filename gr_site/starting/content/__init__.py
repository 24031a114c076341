"""Reads pages and registers from TOML.

Text is plain: a blank line starts a paragraph, "- " a list, "## " a heading and ``[text](address)`` a link (see
``plain_text``). Years are written ``{last_year}``, ``{this_year}`` and ``{next_year}``.
"""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).parent
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def read(name: str, today: date, folder: Path = CONTENT) -> dict[str, Any]:
    """The tables of ``<folder>/<name>.toml``, with its years filled in, relative to ``today``."""
    tables = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    return {key: _with_years(value, today.year) for key, value in tables.items()}


def _with_years(value: Any, year: int) -> Any:
    """``value`` with its years filled in. A text that becomes an ISO date is turned into a date."""
    if isinstance(value, dict):
        return {key: _with_years(inner, year) for key, inner in value.items()}
    if isinstance(value, list):
        return [_with_years(inner, year) for inner in value]
    if not isinstance(value, str) or "{" not in value:
        return value
    text = years(value, year)
    return date.fromisoformat(text) if _ISO_DATE.fullmatch(text) else text


def years(text: str, year: int) -> str:
    return text.format(last_year=year - 1, this_year=year, next_year=year + 1) if "{" in text else text
