"""Reads the demo's content, which is TOML (see ``gr_site/starting/content``). Its years are relative to the day on
which the demo is loaded."""

from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import Any

from ...starting.content import read as read_tables

CONTENT = Path(__file__).parent
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
    """The tables of the demo's own ``content/<name>.toml``, with its years filled in."""
    return read_tables(name, today, CONTENT)


def network_plans(today: date) -> list[NetworkPlan]:
    """All networks, parents before children. A misspelt key in the data raises TypeError."""
    tables = [table for name in NETWORK_FILES for table in read(f"networks/{name}", today)["network"]]
    return [_network(table) for table in tables]


def _network(table: dict[str, Any]) -> NetworkPlan:
    events = [EventPlan(**event) for event in table.pop("events", [])]
    return NetworkPlan(events=events, **table)
