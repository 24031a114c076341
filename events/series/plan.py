"""What a rule makes of the rows of a series: which stay, which move, which come and which go. Pure.

The same occurrence is the same meeting: the same month of a monthly rule, the same ISO week of a weekly one, the same
year of a yearly one, in order. A date that a person took away is an occurrence too, and stays away.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from .matching import match, slot

# An occurrence that will not be held stands for a new date only if no other of its month or week can.
_RATHER_NOT: Final = 10_000


@dataclass(frozen=True)
class SeriesRow:
    """A meeting of a series. ``origin`` is the date that the rule gave it, and ``day`` the one it has.

    ``touched``: a person has given it something of its own, so that no rule takes it away.
    """

    key: str
    origin: date
    day: date
    touched: bool = False
    cancelled: bool = False

    def is_movable(self, today: date) -> bool:
        """Whether the rule may give the meeting another date. One that a person has moved is asked about."""
        return self.day >= today and not self.cancelled


@dataclass(frozen=True)
class Choices:
    """What a person chose. ``skipped`` and ``wanted`` are dates of the rule to do without and to have after all.

    ``same`` says which meeting, by its origin, a date of the rule is, or None for a new one. ``follow`` are dates of
    the rule whose meeting leaves the day that a person had moved it to.
    """

    skipped: frozenset[date] = frozenset()
    wanted: frozenset[date] = frozenset()
    same: Mapping[date, date | None] = field(default_factory=dict)
    follow: frozenset[date] = frozenset()


@dataclass(frozen=True)
class Plan:
    """``placed`` is ``{key: (origin, day)}`` of the meetings that stay, ``stands_for`` ``{date of the rule: key}``.

    ``away`` are all dates that stay away. ``candidates`` are the origins that a person chooses between for a date, and
    ``asked`` the dates whose meeting a person has moved, so that she says if it follows.
    """

    placed: Mapping[str, tuple[date, date]]
    stands_for: Mapping[date, str]
    added: tuple[date, ...]
    taken: tuple[str, ...]
    away: frozenset[date]
    candidates: Mapping[date, tuple[date, ...]]
    asked: frozenset[date]


@dataclass(frozen=True)
class Series:
    """The dates that a rule of this frequency gives, and what there is of the series.

    ``rows`` are those in the editor's list. ``absent`` are public meetings that are not in it, though no person took
    them away: they come back as themselves if the rule gives their occurrence. ``removed`` are dates that a person
    took away, and ``blocked`` are days that other meetings of the event are on.
    """

    frequency: str
    dates: Collection[date]
    rows: Collection[SeriesRow]
    today: date
    absent: Collection[SeriesRow] = ()
    removed: Collection[date] = ()
    blocked: Collection[date] = ()
    is_new: bool = False


def plan(series: Series, choices: Choices = Choices()) -> Plan:
    """How to bring the rows of ``series`` in line with its dates. Doing so twice is the same as doing it once.

    A past meeting is never changed, nor does one move into the past: where the new date of the same occurrence has
    been, the meeting stays. Past dates are added only to a new series.
    """
    return _Planning(series, choices).plan()


class _Planning:
    def __init__(self, series: Series, choices: Choices) -> None:
        self.series, self.choices, self.today = series, choices, series.today
        self.rows = {row.origin: row for row in series.rows}
        skipped = choices.skipped & set(series.dates) - self.rows.keys()
        self.removed = (set(series.removed) | skipped) - self.rows.keys() - choices.wanted
        known = self.rows.keys() | self.removed
        self.free = {day for day in series.dates if day in known or day not in series.blocked}
        self.pairs: dict[date, date] = {}  # date of the rule -> origin of a row, or date that was removed
        self.new: set[date] = set()  # dates that a person wants to be new meetings

    def plan(self) -> Plan:
        candidates = self._candidates()
        self._choose(candidates)
        self._match_rows()
        back = self._match_absent()
        placed, taken = self._place()
        stands_for = {day: self.rows[origin].key for day, origin in self.pairs.items() if origin in self.rows}
        for day, row in back.items():
            placed[row.key], stands_for[day] = self._placed(row, day), row.key
        away = self._away()
        open_dates = self.free - self.pairs.keys() - back.keys() - away
        added = tuple(sorted(day for day in open_dates if self.series.is_new or day >= self.today))
        return Plan(placed, stands_for, added, taken, frozenset(away), candidates, self._asked())

    def _is_settled(self, origin: date) -> bool:
        """Whether the occurrence stays as it is: past, cancelled, moved by a person, or taken away."""
        row = self.rows.get(origin)
        return row is None or self._stays(row)

    def _cost(self, origin: date, day: date) -> int:
        row = self.rows.get(origin)
        held = row is not None and row.is_movable(self.today)
        return abs((day - origin).days) + (0 if held else _RATHER_NOT)

    def _candidates(self) -> dict[date, tuple[date, ...]]:
        """The dates that several coming meetings could become, where none is on the date already."""
        coming = {day for day in self.free if day >= self.today and day not in self.rows.keys() | self.removed}
        dates, origins = self._in_slots(coming), self._in_slots(self._movable() - self.free)
        return {
            day: tuple(sorted(origins[key]))
            for key, days in dates.items()
            if len(origins[key]) > len(days)
            for day in days
        }

    def _movable(self) -> set[date]:
        return {origin for origin, row in self.rows.items() if row.is_movable(self.today)}

    def _in_slots(self, days: Iterable[date]) -> dict[tuple[int, ...], list[date]]:
        found = defaultdict(list)
        for day in days:
            found[slot(self.series.frequency, day)].append(day)
        return found

    def _choose(self, candidates: Mapping[date, tuple[date, ...]]) -> None:
        for day, origin in self.choices.same.items():
            if day not in candidates:
                continue
            if origin is None:
                self.new.add(day)
            elif origin in candidates[day] and origin not in self.pairs.values():
                self.pairs[day] = origin

    def _match_rows(self) -> None:
        """First what is on its date and stays there, then past occurrences with past dates, then all the others."""
        known = self.rows.keys() | self.removed
        self.pairs |= {day: day for day in self.free & known if self._is_settled(day)}
        over = {origin for origin, row in self.rows.items() if row.day < self.today}
        over |= {day for day in self.removed if day < self.today}
        self._match(over, {day for day in self.free if day < self.today})
        self._match(known, {day for day in self.free if day >= self.today})

    def _match(self, origins: Iterable[date], dates: Iterable[date]) -> None:
        left = {origin: origin for origin in origins if origin not in self.pairs.values()}
        open_dates = [day for day in dates if day not in self.pairs and day not in self.new]
        found = match(left, open_dates, self.series.frequency, self._cost)
        wanted = {day for day, origin in found.items() if origin in self.removed and day in self.choices.wanted}
        self.removed -= {found[day] for day in wanted}
        self.pairs |= {day: origin for day, origin in found.items() if day not in wanted}

    def _match_absent(self) -> dict[date, SeriesRow]:
        away = self._away() | set(self.series.removed) - self.choices.wanted
        known = [row for row in self.series.absent if row.origin not in away | self.rows.keys()]
        dates = self.free - self.pairs.keys() - self.new - away
        # One that stays as it is keeps to its own date: back in the list, it would push those that have found theirs.
        own = {row.origin: row for row in known if row.origin in dates and self._stays(row)}
        absent = {row: row.origin for row in known if not self._stays(row)}
        coming = {day for day in dates if day >= self.today} - own.keys()
        return own | match(absent, coming, self.series.frequency, lambda row, day: abs((day - row.origin).days))

    def _stays(self, row: SeriesRow) -> bool:
        return not row.is_movable(self.today) or row.day != row.origin

    def _away(self) -> set[date]:
        """The dates that stay away: where the rule has moved on, the date that the occurrence has now."""
        now = {origin: day for day, origin in self.pairs.items() if origin in self.removed}
        return {now.get(day, day) for day in self.removed}

    def _place(self) -> tuple[dict[str, tuple[date, date]], tuple[str, ...]]:
        dates = {origin: day for day, origin in self.pairs.items()}
        waiting = self._in_slots(day for day in self.free if day < self.today and day not in self.pairs)
        placed, taken = {}, []
        for origin, row in sorted(self.rows.items()):
            over = waiting.get(slot(self.series.frequency, origin), [])
            if origin in dates:
                placed[row.key] = self._placed(row, dates[origin])
            elif row.touched or row.day < self.today:
                placed[row.key] = (origin, row.day)
            elif over:  # its new date has been, and the meeting has not
                over.pop()
                placed[row.key] = (origin, row.day)
            else:
                taken.append(row.key)
        return placed, tuple(taken)

    def _placed(self, row: SeriesRow, day: date) -> tuple[date, date]:
        if row.day < self.today or day < self.today:
            return row.origin, row.day
        follows = row.day == row.origin or (day in self.choices.follow and day != row.origin)
        if row.cancelled or not follows:
            return day, row.day
        return day, day

    def _asked(self) -> frozenset[date]:
        moved = {origin for origin in self._movable() if self.rows[origin].day != origin}
        return frozenset(
            day
            for day, origin in self.pairs.items()
            if origin in moved and day >= self.today and day not in (origin, self.rows[origin].day)
        )
