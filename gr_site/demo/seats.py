"""The members of the demo's networks: seats from the data, people from a list of made-up names."""

from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import Any

from .content import NetworkPlan, read

GR = "Göteborgsregionen (GR)"
_KEYS = {"municipalities", "title", "chair", "vice_chair", "two_from", "vacant", "anonymous", "secretary"}


class People:
    """Gives out made-up names, each once: the nth first name and the nth surname, from lists of coprime length."""

    def __init__(self, first_names: list[str], surnames: list[str]) -> None:
        self._pairs = ((first_names[n % len(first_names)], surnames[n % len(surnames)]) for n in count())

    def next(self) -> str:
        return " ".join(next(self._pairs))


def people(today: date) -> People:
    table = read("registers", today)["people"]
    return People(table["first_names"], table["surnames"])


def members(plan: NetworkPlan, municipalities: list[str], names: People, contact: str) -> list[dict[str, Any]]:
    """The members' rows: fields of NetworkMember, with organisations by name. ``contact`` is also secretary."""
    rows = [*_officials(plan, municipalities), *_elected(plan), *(dict(row) for row in plan.members)]
    anonymous = plan.seats.get("anonymous", False)
    for row in rows:
        if not anonymous and not row.get("vacant") and "name" not in row:
            row["name"] = names.next()
    if title := plan.seats.get("secretary"):
        rows.append({"organisation": GR, "role": "secretary", "title": title, "name": contact})
    # Elected members, and officials in their work, whose roles are public.
    return [row | ({"name_basis": "public_task"} if row.get("name") else {}) for row in rows]


def _officials(plan: NetworkPlan, municipalities: list[str]) -> Iterator[dict[str, Any]]:
    """A seat for each municipality, or two where the data say so."""
    seats = plan.seats
    if unknown := seats.keys() - _KEYS:
        raise TypeError(f"{plan.slug}: unknown keys {sorted(unknown)}")
    chosen = seats.get("municipalities", [])
    for name in municipalities if chosen == "alla" else chosen:
        role = next((role for role in ("chair", "vice_chair") if seats.get(role) == name), "member")
        row = {"organisation": name, "title": seats.get("title", ""), "role": role}
        yield row | ({"vacant": True} if name in seats.get("vacant", []) else {})
        if name in seats.get("two_from", []):
            yield row | {"role": "member"}


def _elected(plan: NetworkPlan) -> Iterator[dict[str, Any]]:
    for organisation, party, *role in plan.elected:
        yield {"organisation": organisation, "party": party, "role": role[0] if role else "member"}
