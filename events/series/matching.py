"""Says which old date of a series and which new one are the same occurrence. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

Item = TypeVar("Item")
Slot = tuple[int, ...]


def slot(frequency: str, day: date) -> Slot:
    """What makes two dates the same occurrence: the year, month or ISO week that both are in, or the day itself."""
    if frequency == "YEARLY":
        return (day.year,)
    if frequency == "MONTHLY":
        return (day.year, day.month)
    return tuple(day.isocalendar()[:2]) if frequency == "WEEKLY" else (day.toordinal(),)


def match(
    items: Mapping[Item, date], dates: Iterable[date], frequency: str, cost: Callable[[Item, date], int]
) -> dict[date, Item]:
    """``{date: item}``: as many pairs as possible within each slot, in order, and the cheapest of these.

    ``items`` have the date that the rule gave them before.
    """
    slots: dict[Slot, tuple[list[Item], list[date]]] = defaultdict(lambda: ([], []))
    for item in sorted(items, key=lambda item: items[item]):
        slots[slot(frequency, items[item])][0].append(item)
    for day in sorted(dates):
        slots[slot(frequency, day)][1].append(day)
    return {day: item for old, new in slots.values() for item, day in _pairs(old, new, cost)}


def _pairs(old: list[Item], new: list[date], cost: Callable[[Item, date], int]) -> Iterator[tuple[Item, date]]:
    """The pairs of two ordered lists: the whole shorter list, in the order of the longer, with the lowest cost."""
    best = _table(old, new, cost)
    i, j = len(old), len(new)
    while i and j:
        if best[i][j] == best[i - 1][j - 1] + _pair(cost(old[i - 1], new[j - 1])):
            yield old[i - 1], new[j - 1]
            i, j = i - 1, j - 1
        elif best[i][j] == best[i - 1][j]:
            i -= 1
        else:
            j -= 1


_MANY = 10**9


def _pair(cost: int) -> int:
    return cost - _MANY  # one more pair is worth more than any cost


def _table(old: list[Item], new: list[date], cost: Callable[[Item, date], int]) -> list[list[int]]:
    """The lowest cost for each number of the first old and the first new ones."""
    best = [[0] * (len(new) + 1)]
    for item in old:
        above, row = best[-1], [0]
        for j, day in enumerate(new):
            row.append(min(above[j + 1], row[j], above[j] + _pair(cost(item, day))))
        best.append(row)
    return best
