"""Counts how many answers each further choice would leave. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

COMING = "kommande"


@dataclass(frozen=True)
class Traits:
    """The properties that answers can be narrowed by."""

    kind: str
    areas: Sequence[str]
    municipalities: Sequence[int]
    first_day: date | None
    last_day: date | None


Answer = TypeVar("Answer")
Choice = str | int | None


def periods(traits: Traits, today: date) -> list[str]:
    """``["kommande", "2026"]``: the year of a meeting or document, and "kommande" if it is still to come."""
    found = [COMING] if traits.kind == "meeting" and traits.last_day and traits.last_day >= today else []
    return found + ([str(traits.first_day.year)] if traits.first_day else [])


def _values(name: str, traits: Traits, today: date) -> Sequence[str | int]:
    by_name: Mapping[str, Callable[[], Sequence[str | int]]] = {
        "kind": lambda: [traits.kind],
        "area": lambda: traits.areas,
        "period": lambda: periods(traits, today),
        "municipality": lambda: traits.municipalities,
    }
    return by_name[name]()


FACETS = ("kind", "area", "period", "municipality")


def narrow(
    answers: Iterable[Answer], traits_of: Callable[[Answer], Traits], chosen: Mapping[str, Choice], today: date
) -> tuple[list[Answer], dict[str, Counter[str | int]]]:
    """``(answers that match all choices, {facet: {value: number}})``.

    A facet counts the answers that match the other facets' choices, so that its numbers say what changing it gives.
    """
    kept: list[Answer] = []
    counts: dict[str, Counter[str | int]] = {name: Counter() for name in FACETS}
    for answer in answers:
        values = {name: _values(name, traits_of(answer), today) for name in FACETS}
        misses = [name for name in FACETS if chosen.get(name) and chosen[name] not in values[name]]
        if not misses:
            kept.append(answer)
        for name in FACETS:
            if not misses or misses == [name]:
                counts[name].update(values[name])
    return kept, counts
