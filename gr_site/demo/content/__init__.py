"""Reads the demo's content, which is TOML.

Text is plain: a blank line starts a paragraph, "- " a list, "## " a heading and
``[text](address)`` a link (see ``rich_text``). Years are written
``{last_year}``, ``{this_year}`` and ``{next_year}``, relative to the day on which the demo is loaded.
"""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).parent
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
# The order in which made-up names are given out. Add a new file last, or everyone gets a new name.
NETWORK_FILES = ("political", "education", "welfare", "work", "planning", "staff", "external")


@dataclass(frozen=True, kw_only=True)
class EventPlan:
    """An event page and where its meetings come from: weeks of each year, single dates or a rule.

    ``weeks`` are ISO weeks in this year plus each of ``years``. ``yearly`` changes the meeting of a week in every
    year, and ``near`` the nth meeting from today (1 is the next, -1 the latest past one). Both have fields of
    Occurrence. ``agendas`` and ``minutes`` count like ``near`` and say which meetings have a document.
    """

    title: str = "Möten"
    slug: str = "moten"
    introduction: str = ""
    category: str = "natverksmote"
    start: time | None = None
    end: time | None = None
    place: str = ""
    format: str = "on_site"
    online_link: str = ""
    contact_email: str = ""
    also: list[str] = field(default_factory=list)
    body: str = ""
    weekday: str = "torsdag"
    weeks: list[int] = field(default_factory=list)
    years: list[int] = field(default_factory=lambda: [-1, 0, 1])
    fixed: list[date] = field(default_factory=list)
    rule: dict[str, Any] = field(default_factory=dict)
    yearly: list[dict[str, Any]] = field(default_factory=list)
    near: list[dict[str, Any]] = field(default_factory=list)
    agenda: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    agendas: list[int] = field(default_factory=list)
    minutes: list[int] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class NetworkPlan:
    """A network page. ``fields`` are plain fields of NetworkPage; the rest becomes rows, files and events."""

    slug: str
    title: str
    parent: str = ""
    area: str
    second_area: str = ""
    purpose: str = ""
    vision: str = ""
    mandate: str = ""
    body: str = ""
    successor: str = ""
    responsible_authority: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    earlier_names: list[dict[str, Any]] = field(default_factory=list)
    relations: list[list[str]] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)
    seats: dict[str, Any] = field(default_factory=dict)
    elected: list[list[str]] = field(default_factory=list)
    members: list[dict[str, Any]] = field(default_factory=list)
    contact: dict[str, str] = field(default_factory=dict)
    documents: list[dict[str, Any]] = field(default_factory=list)
    events: list[EventPlan] = field(default_factory=list)


def read(name: str, today: date) -> dict[str, Any]:
    """The tables of ``content/<name>.toml``, with its years filled in."""
    tables = tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))
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


def network_plans(today: date) -> list[NetworkPlan]:
    """All networks, parents before children. A misspelt key in the data raises TypeError."""
    tables = [table for name in NETWORK_FILES for table in read(f"networks/{name}", today)["network"]]
    return [_network(table) for table in tables]


def _network(table: dict[str, Any]) -> NetworkPlan:
    events = [EventPlan(**event) for event in table.pop("events", [])]
    return NetworkPlan(events=events, **table)
