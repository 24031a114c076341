"""The public state of a meeting as plain values, and the differences between two states. Pure."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from ..fields.declared import FILES, Log, logged
from ..models.change_kinds import ChangeKind

# JSON only: dates and clock times in ISO 8601 (local), documents as primary keys.
State = dict[str, Any]

_DAYS, _CLOCK, _WHERE = ("first", "last"), ("start", "end", "timing"), ("place", "format")
_REMOVED = "removed"
# A reason says why a meeting is moved or cancelled; it has nothing to do with a new agenda. Without a reason, the
# editor's note is the explanation that readers get.
_EXPLAINED = {
    ChangeKind.MOVED, ChangeKind.NEW_TIME, ChangeKind.NEW_PLACE, ChangeKind.CANCELLED, ChangeKind.REINSTATED,
    ChangeKind.CONFIRMED, ChangeKind.TENTATIVE, ChangeKind.NOTE, ChangeKind.REMOVED,
}  # fmt: skip


class Difference(NamedTuple):
    """One change. ``before`` and ``after`` are the parts of the states that differ."""

    kind: ChangeKind
    before: State
    after: State
    reason: str = ""


def appearance(state: State, moved_from: date | None) -> list[Difference]:
    """The changes for a meeting that becomes public. If it is already moved or cancelled, they say so."""
    found = [Difference(ChangeKind.NEW, {}, _part(state, *_DAYS, *_CLOCK))]
    if moved_from:
        origin = {"first": moved_from.isoformat(), "last": moved_from.isoformat()}
        found.append(_explained(Difference(ChangeKind.MOVED, origin, _part(state, *_DAYS)), state))
    if state["status"] == "cancelled":
        found.append(_explained(Difference(ChangeKind.CANCELLED, {}, _part(state, "status")), state))
    return found


def disappearance(state: State) -> Difference:
    return Difference(ChangeKind.REMOVED, _part(state, *_DAYS, *_CLOCK), {})


def as_removed(state: State) -> State:
    """``state`` of a meeting whose disappearance is told, and which may come back."""
    return {**state, "status": _REMOVED}


def is_told_as_removed(state: State) -> bool:
    return state.get("status") == _REMOVED


def _return(state: State) -> list[Difference]:
    if state["status"] == "cancelled":
        return appearance(state, None)
    return [_explained(Difference(ChangeKind.REINSTATED, {}, _part(state, *_DAYS, *_CLOCK)), state)]


def differences(before: State, after: State) -> list[Difference]:
    """What somebody who read ``before`` needs to know about ``after``; ``[]`` if nothing."""
    if is_told_as_removed(before):
        return _return(after)
    found = [_explained(change, after) for change in _differences(before, after)]
    new = [after.get(name) for name in ("reason", "note") if after.get(name) and after[name] != before.get(name)]
    if not found and new:
        return [Difference(ChangeKind.NOTE, {}, {}, new[0])]
    return found


def _differences(before: State, after: State) -> Iterator[Difference]:
    def changed(kind: ChangeKind, *names: str) -> Difference:
        return Difference(kind, _part(before, *names), _part(after, *names))

    def differs(*names: str) -> bool:
        return _part(before, *names) != _part(after, *names)

    if differs("status"):
        yield changed(_of_status(before["status"], after["status"]), "status")
    if differs(*_DAYS):
        yield changed(ChangeKind.MOVED, *_DAYS, *_CLOCK)
    elif differs(*_CLOCK):
        yield changed(ChangeKind.NEW_TIME, *_DAYS, *_CLOCK)
    if differs(*_WHERE):
        yield changed(ChangeKind.NEW_PLACE, *_WHERE)
    for name in logged(Log.OWN):
        # A state that was stored before there was such a field lacks it. That a document has gone is no news.
        new = (before.get(name) or "") != (after.get(name) or "")
        if new and (after.get(name) or name not in FILES):
            yield changed(ChangeKind(name), name)


def _of_status(before: str, after: str) -> ChangeKind:
    if after == "cancelled":
        return ChangeKind.CANCELLED
    if before == "cancelled":
        return ChangeKind.REINSTATED
    return ChangeKind.CONFIRMED if after == "confirmed" else ChangeKind.TENTATIVE


def _explained(change: Difference, state: State) -> Difference:
    return change._replace(reason=state.get("reason") or state["note"]) if change.kind in _EXPLAINED else change


def _part(state: State, *names: str) -> State:
    return {name: state.get(name) for name in names}
