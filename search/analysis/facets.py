"""Narrows answers by choices, and counts how many each further choice would leave. Pure."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from operator import attrgetter
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


def _held(traits: Traits, today: date) -> list[str]:
    if traits.kind != "meeting" or not traits.first_day:
        return []
    return [CANCELLED if traits.cancelled else HELD]


# How an answer's value of a facet is read: one value, or none if it is empty; several; or what "today" decides.
_ONE = {name: attrgetter(name) for name in ("kind", "form", "place", "network")}
_SEVERAL = {"area": attrgetter("areas"), "municipality": attrgetter("municipalities")}
_BY_DAY: Mapping[str, Callable[[Traits, date], Collection[Value]]] = {"period": periods, "held": _held}
FACETS = (*_ONE, *_SEVERAL, *_BY_DAY)


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
        lacks = [name for name, values in wanted.items() if values.isdisjoint(_values(name, traits, today))]
        if not lacks:
            kept.append(answer)
            matching.append(traits)
        elif len(lacks) == 1:
            lacking_only[lacks[0]].append(traits)
    counts = {name: _count(name, [*matching, *lacking_only.get(name, ())], today) for name in FACETS}
    return kept, counts


def _several(chosen: Collection[Value] | Value | None) -> frozenset[Value]:
    if not chosen:
        return frozenset()
    return frozenset([chosen] if isinstance(chosen, str | int) else chosen)


def _values(name: str, traits: Traits, today: date) -> Collection[Value]:
    if name in _BY_DAY:
        return _BY_DAY[name](traits, today)
    return _SEVERAL[name](traits) if name in _SEVERAL else [_ONE[name](traits)]


def _count(name: str, among: Sequence[Traits], today: date) -> Counter[Value]:
    """As ``_values`` of each, but without a call for each of thousands of answers where that can be helped."""
    if name in _ONE:
        counts = Counter(map(_ONE[name], among))
        return Counter({value: number for value, number in counts.items() if value})
    if name in _SEVERAL:
        return Counter(chain.from_iterable(map(_SEVERAL[name], among)))
    return Counter(chain.from_iterable(_BY_DAY[name](traits, today) for traits in among))


def _within(traits: Traits, days: Span) -> bool:
    """Whether it has a day of its own among ``days``. What has none is left out once days are asked for."""
    if days == ALWAYS:
        return True
    if traits.first_day is None:
        return False
    last = traits.last_day or traits.first_day
    return (days.first is None or last >= days.first) and (days.last is None or traits.first_day <= days.last)
