"""Folds a change that was undone at once, so that readers of the public log see one correction.

The log itself keeps every row, since calendars may have shown what was undone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from ..models.change_kinds import ChangeKind

AT_ONCE: Final = timedelta(minutes=10)
_STATUS: Final = "status"
_PRESENCE: Final = "presence"
_FAMILIES: Final = {
    ChangeKind.CANCELLED: _STATUS,
    ChangeKind.REINSTATED: _STATUS,
    ChangeKind.CONFIRMED: _STATUS,
    ChangeKind.TENTATIVE: _STATUS,
    ChangeKind.NEW: _PRESENCE,
    ChangeKind.REMOVED: _PRESENCE,
}


@dataclass(frozen=True)
class Corrected:
    """Some changes of one meeting, the oldest first, of which the last undid the first. It stands in the log where
    the last of them does."""

    parts: tuple[Any, ...]
    kind = "corrected"

    def __getattr__(self, name):
        return getattr(self.parts[-1], name)


def folded(changes: Iterable[Any]) -> list[Any]:
    """``changes``, rows of the log with the latest first, in which each correction is one ``Corrected``."""
    told: list[Any] = list(changes)
    places: dict[Any, list[int]] = {}
    for place in reversed(range(len(told))):  # the oldest first
        change = told[place]
        if change.uid is not None:
            places.setdefault((change.uid, _family(change)), []).append(place)
    for run in places.values():
        _fold(told, run)
    return [change for change in told if change is not None]


def _family(change: Any) -> str:
    back = change.kind == ChangeKind.REINSTATED and not change.before  # from the bin
    return _PRESENCE if back else _FAMILIES.get(change.kind, change.kind)


def _fold(told: list[Any], run: list[int]) -> None:
    """Fold in place what was undone among the changes at the places ``run``, which are of one meeting and family."""
    first = 0
    while first < len(run):
        last = _undone_by(told, run, first)
        if last is not None:
            parts = tuple(told[place] for place in run[first : last + 1])
            told[run[last]] = Corrected(parts)
            for place in run[first:last]:
                told[place] = None
            first = last
        first += 1


def _undone_by(told: list[Any], run: list[int], first: int) -> int | None:
    """The index in ``run`` of the last change within AT_ONCE that brings back what was before the one at ``first``."""
    change, found = told[run[first]], None
    for index in range(first + 1, len(run)):
        later = told[run[index]]
        if later.changed_at - change.changed_at > AT_ONCE:
            break
        if later.after == change.before:
            found = index
    return found
