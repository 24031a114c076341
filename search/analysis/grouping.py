"""Puts meetings under their network, so that the dates of one network do not crowd out other answers. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

# How many meetings are shown under their network, and how many of them may stand by themselves above it.
SHOWN, ALONE = 3, 1
# So many meetings of a network that does not match itself stand by themselves.
FEW = 3

Answer = TypeVar("Answer")


@dataclass
class Group(Generic[Answer]):
    """An answer by itself (``head``), or a network with its best meetings.

    ``head`` is None if only meetings of ``network`` match. ``number`` counts all its meetings that match, also those
    that stand by themselves.
    """

    head: Answer | None
    network: int | None = None
    meetings: list[Answer] = field(default_factory=list)
    number: int = 0


def each_alone(answers: Iterable[Answer]) -> list[Group[Answer]]:
    return [Group(answer) for answer in answers]


def grouped(
    answers: Sequence[Answer],
    kind_of: Callable[[Answer], str],
    network_of: Callable[[Answer], int | None],
    asked_for: Callable[[Answer], bool],
) -> list[Group[Answer]]:
    """``answers``, in order, with meetings under their network, in time proportional to their number.

    A network stands at its own place, or at that of the first meeting that is one too many for it, whichever is
    first. Meetings above it and those that were ``asked_for`` by themselves keep their places; of the others it shows
    the best.
    """
    groups = _groups(answers, kind_of, network_of)
    foldable = [
        kind_of(answer) == "meeting" and network_of(answer) in groups and not asked_for(answer) for answer in answers
    ]
    left = Counter(network_of(answer) for answer, folds in zip(answers, foldable, strict=True) if folds)
    alone = {
        network: number if groups[network].head is None and number <= FEW else ALONE
        for network, number in left.items()
    }
    placed: set[int] = set()
    found: list[Group[Answer]] = []
    for answer, folds in zip(answers, foldable, strict=True):
        network = network_of(answer)
        group = groups.get(network) if network is not None and (folds or kind_of(answer) == "network") else None
        if group is None or network is None:
            found.append(Group(answer))
        elif folds and network not in placed and alone[network]:
            alone[network] -= 1
            found.append(Group(answer))
        else:
            if network not in placed:
                placed.add(network)
                found.append(group)
            if folds and len(group.meetings) < SHOWN:
                group.meetings.append(answer)
    return found


def _groups(
    answers: Iterable[Answer], kind_of: Callable[[Answer], str], network_of: Callable[[Answer], int | None]
) -> dict[int | None, Group[Answer]]:
    """The group of each network, without its meetings."""
    groups: dict[int | None, Group[Answer]] = {}
    for answer in answers:
        kind, network = kind_of(answer), network_of(answer)
        if network is None or kind not in ("network", "meeting"):
            continue
        group = groups.setdefault(network, Group(None, network))
        if kind == "meeting":
            group.number += 1
        elif group.head is None:
            group.head = answer
    return groups
