"""Two people in the same form: what only one of them changed is kept, and what both changed is asked about.

A row is compared field by field as texts, three ways: as the form was made from it (``seen``), as it is saved now
(``stored``), and as it was sent. Without this, a form that was opened before a meeting was cancelled would hold the
meeting again when it is published. Pure.
"""

import json
from collections.abc import Mapping
from datetime import date, time
from typing import Any

Texts = dict[str, str]

FIELDS = (
    "start_date", "end_date", "timing", "start_time", "end_time", "status", "theme", "place", "format", "online_link",
    "note", "reason", "moved_from", "agenda", "minutes",
)  # fmt: skip


def stored_rows(revision: Any) -> dict[str, Texts]:
    """``{key: texts}`` of the rows in a revision of an event; ``{}`` without one."""
    rows = revision.content.get("occurrences", []) if revision else []
    return {row["translation_key"]: {name: _text(row.get(name)) for name in FIELDS} for row in rows}


def texts(row: Any) -> Texts:
    """``{field: text}`` of a row in memory, as a revision holds it."""
    columns = {name: row._meta.get_field(name).attname for name in FIELDS}  # a key, and not the document behind it
    return {name: _text(getattr(row, column)) for name, column in columns.items()}


def taken_over(seen: Texts, stored: Texts, cleaned: Mapping[str, Any]) -> list[str]:
    """The fields that somebody else has changed and this form has not: her value is kept."""
    return [name for name in _changed(seen, stored) if name in cleaned and _text(cleaned[name]) == seen[name]]


def disputed(seen: Texts, stored: Texts, cleaned: Mapping[str, Any]) -> list[str]:
    """The fields that both have changed, to different values."""
    mine = {name: _text(cleaned[name]) for name in _changed(seen, stored) if name in cleaned}
    return [name for name, text in mine.items() if text not in (seen[name], stored[name])]


def written(values: Texts) -> str:
    return json.dumps(values, ensure_ascii=False) if values else ""


def read(text: str | None) -> Texts:
    """What ``written`` wrote; ``{}`` for anything else."""
    try:
        values = json.loads(text or "{}")
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}


def _changed(seen: Texts, stored: Texts) -> list[str]:
    return [name for name in FIELDS if name in seen and seen[name] != stored.get(name)]


def _text(value: Any) -> str:
    """As JSON has it: ISO dates and times, primary keys of documents."""
    if value is None:
        return ""
    if isinstance(value, date | time):
        return value.isoformat()
    return str(getattr(value, "pk", value))
