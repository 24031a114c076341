"""Finds meetings that clash. Pure: values in, Swedish words out; all times are local.

Two meetings clash if they are of the same network on the same day, of related networks at the same time, or in the
same place at the same time. A meeting without a clock time takes its whole day.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from ...days.date_format import format_times, format_when
from ...days.periods import days_between

# A place with any of these words is a link, which two meetings can share.
_ONLINE = {"digitalt", "distans", "online", "skype", "teams", "webb", "webex", "zoom"}
Related = Mapping[int, frozenset[int]]


@dataclass(frozen=True)
class Slot:
    """When and where a meeting is and whose it is. ``key`` is unique; ``networks`` are its owners' keys."""

    key: str
    name: str
    networks: frozenset[int]
    day: date
    days: int = 1
    start: time | None = None
    end: time | None = None
    place: str = ""

    @property
    def span(self) -> list[date]:
        return list(days_between(self.day, self.day + timedelta(days=self.days - 1)))

    @property
    def words(self) -> str:
        """'Förskolenätverket kl. 08.30–11.30'. For a meeting of several days, with the days."""
        last = self.day + timedelta(days=self.days - 1)
        if self.days > 1:
            return f"{self.name} {format_when(self.day, last, self.start, self.end, weekday=False, year=False)}"
        return f"{self.name} {format_times(self.start, self.end)}" if self.start else self.name


class Timetable:
    """All slots of a year by day, to find what each clashes with. ``related``: network -> its related networks."""

    def __init__(self, slots: Iterable[Slot], related: Related):
        self._related = related
        self._by_day: defaultdict[date, list[Slot]] = defaultdict(list)
        for slot in slots:
            for day in slot.span:
                self._by_day[day].append(slot)

    def clashes(self, slot: Slot) -> list[str]:
        """What ``slot`` clashes with: a sentence for each kind of clash, the most serious first."""
        near = {other.key: other for day in slot.span for other in self._by_day[day] if other.key != slot.key}
        found: list[list[Slot]] = [[] for _ in _WORDS]
        for other in sorted(near.values(), key=lambda slot: (slot.day, slot.start or time.min, slot.name, slot.key)):
            rank = self._rank(slot, other)
            if rank is not None:
                found[rank].append(other)
        return [f"{words}: {_list(others)}." for words, others in zip(_WORDS, found, strict=True) if others]

    def _rank(self, one: Slot, other: Slot) -> int | None:
        if one.networks & other.networks:
            return 0
        if not _overlap(one, other):
            return None
        if _is_room(one.place) and one.place.strip().casefold() == other.place.strip().casefold():
            return 1
        close = {near for network in one.networks for near in self._related.get(network, frozenset())}
        return 2 if close & other.networks else None


_WORDS = ("Samma nätverk samma dag", "Samma plats samtidigt", "Närstående nätverk samtidigt")
NAMED = 3


def _list(slots: list[Slot]) -> str:
    words = [slot.words for slot in slots]
    rest = [f"{len(words) - NAMED} till"] if len(words) > NAMED + 1 else words[NAMED:]
    words = words[:NAMED] + rest
    return " och ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _overlap(one: Slot, other: Slot) -> bool:
    """Whether two slots on the same day overlap. A meeting of several days takes all of each day."""
    if one.days > 1 or other.days > 1 or one.start is None or other.start is None:
        return True
    return one.start < _end(other) and other.start < _end(one)


def _end(slot: Slot) -> time:
    """The end within the slot's day: of an open end, or one after midnight, that of the day."""
    return slot.end if slot.end and slot.start and slot.end > slot.start else time.max


def _is_room(place: str) -> bool:
    words = {word.strip(".,()") for word in place.casefold().split()}
    return bool(words) and not words & _ONLINE
