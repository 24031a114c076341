"""Merges the changes of two people in the same form: asks only about what both have changed.

Three versions of a row are compared field by field as texts: the one the form was made from (``seen``), the one saved
now (``stored``) and the one that was sent. Without this, publishing a form that was opened before a meeting was
cancelled would undo the cancellation. Pure.
"""

import json
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from ..fields.declared import TYPED

Texts = dict[str, str]


def stored_rows(revision: Any) -> dict[str, Texts]:
    """``{key: texts}`` for the rows in a revision of an event; ``{}`` without a revision."""
    rows = revision.content.get("occurrences", []) if revision else []
    return {row["translation_key"]: {name: _text(row.get(name)) for name in TYPED} for row in rows}


def texts(row: Any) -> Texts:
    """``{field: text}`` for a row in memory, in the form that a revision has."""
    columns = {name: row._meta.get_field(name).attname for name in TYPED}  # a document's key, not the document
    return {name: _text(getattr(row, column)) for name, column in columns.items()}


def taken_over(seen: Texts, stored: Texts, cleaned: Mapping[str, Any]) -> list[str]:
    """The fields that somebody else has changed and this form has not. The other person's values are kept."""
    return [name for name in _changed(seen, stored) if name in cleaned and _text(cleaned[name]) == seen[name]]


def disputed(seen: Texts, stored: Texts, cleaned: Mapping[str, Any]) -> list[str]:
    """The fields that both have changed to different values."""
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
    return [name for name in TYPED if name in seen and seen[name] != stored.get(name)]


def _text(value: Any) -> str:
    """``value`` as JSON has it: ISO dates and times, primary keys of documents."""
    if value is None:
        return ""
    if isinstance(value, date | time):
        return value.isoformat()
    return str(getattr(value, "pk", value))
