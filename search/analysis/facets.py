"""Narrows answers by choices, and counts how many each further choice would leave. Pure."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple, TypeVar

COMING, PAST = "kommande", "tidigare"
CANCELLED, HELD = "installt", "planerat"


class Traits(NamedTuple):
    """The properties that answers can be narrowed by. ``place`` and ``form`` are of a meeting on a day of its own."""

    kind: str
    areas: Sequence[str]
    municipalities: Collection[int]
    first_day: date | None
    last_day: date | None
    place: str = ""
    form: str = ""
    cancelled: bool = False
    network: int | None = None


class Span(NamedTuple):
    """Days from ``first`` to ``last``, both inclusive, None where it is open."""

    first: date | None = None
    last: date | None = None


ALWAYS = Span()
Answer = TypeVar("Answer")
Value = str | int


def periods(traits: Traits, today: date) -> list[str]:
    """``["kommande", "2026"]``: whether a meeting is still to come or has been, and its year or a document's."""
    found = []
    if traits.kind == "meeting" and traits.last_day:
        found.append(COMING if traits.last_day >= today else PAST)
    return [*found, str(traits.first_day.year)] if traits.first_day else found


def _held(traits: Traits) -> list[str]:
    if traits.kind != "meeting" or not traits.first_day:
        return []
    return [CANCELLED if traits.cancelled else HELD]


# What an answer has of each facet. Empty if the facet does not concern it.
_VALUES: Mapping[str, Callable[[Traits, date], Collection[Value]]] = {
    "kind": lambda traits, today: (traits.kind,),
    "area": lambda traits, today: traits.areas,
    "period": periods,
    "municipality": lambda traits, today: traits.municipalities,
    "form": lambda traits, today: (traits.form,) if traits.form else (),
    "place": lambda traits, today: (traits.place,) if traits.place else (),
    "held": lambda traits, today: _held(traits),
    "network": lambda traits, today: (traits.network,) if traits.network else (),
}
FACETS = tuple(_VALUES)


def narrow(
    answers: Iterable[Answer],
    traits_of: Callable[[Answer], Traits],
    chosen: Mapping[str, Collection[Value] | Value | None],
    today: date,
    days: Span = ALWAYS,
) -> tuple[list[Answer], dict[str, Counter[Value]]]:
    """``(answers that match all choices, {facet: {value: number}})``.

    ``chosen`` has one value of a facet or several, of which any is enough. A facet counts the answers that match the
    other facets' choices, so that its numbers say what changing it gives. ``days`` narrow what every facet counts.
    """
    wanted = {name: values for name in FACETS if (values := _several(chosen.get(name)))}
    kept: list[Answer] = []
    matching: list[Traits] = []
    lacking_only: dict[str, list[Traits]] = {name: [] for name in wanted}
    for answer in answers:
        traits = traits_of(answer)
        if not _within(traits, days):
            continue
        lacks = [name for name, values in wanted.items() if values.isdisjoint(_VALUES[name](traits, today))]
        if not lacks:
            kept.append(answer)
            matching.append(traits)
        elif len(lacks) == 1:
            lacking_only[lacks[0]].append(traits)
    counted = {name: chain(matching, lacking_only.get(name, ())) for name in FACETS}
    return kept, {name: _count(_VALUES[name], counted[name], today) for name in FACETS}


def _several(chosen: Collection[Value] | Value | None) -> frozenset[Value]:
    if not chosen:
        return frozenset()
    return frozenset([chosen] if isinstance(chosen, str | int) else chosen)


def _count(
    values: Callable[[Traits, date], Collection[Value]], among: Iterable[Traits], today: date
) -> Counter[Value]:
    return Counter(chain.from_iterable(values(traits, today) for traits in among))


def _within(traits: Traits, days: Span) -> bool:
    """Whether it has a day of its own among ``days``. What has none is left out once days are asked for."""
    if days == ALWAYS:
        return True
    if traits.first_day is None:
        return False
    last = traits.last_day or traits.first_day
    return (days.first is None or last >= days.first) and (days.last is None or traits.first_day <= days.last)
