"""The table of a plan: a row for each planned meeting, as proposed or as typed, with its clashes and week."""

from datetime import date
from functools import cached_property

from ..days.date_format import format_date
from .around import related_networks, slots_of
from .calculations.clashes import Timetable
from .calculations.load import busiest, week_load
from .calculations.pattern import already_planned, propose
from .forms import MAX_ROWS, PlannedRowForm
from .table_rows import Row, blank, proposed
from .year import planned_key

_TYPED = ("series", "source", "include", "start_date", "start_time", "end_time", "place")


class PlanTable:
    """``posted`` is what the browser sent, None at first. ``blank_for`` is the key of a series that gets another row.

    Typed rows stay as typed whatever else changes. Series that are no longer chosen disappear.
    """

    def __init__(self, plan, posted=None, blank_for=None):
        self.plan, self.blank_for = plan, blank_for
        self.posted = _posted_rows(posted) if posted is not None else []

    @cached_property
    def rows(self):
        rows = []
        for series in self.plan.series:
            for number, typed in enumerate(self._values(series), start=len(rows)):
                rows.append(self._row(series, number, *typed))
            if series.key == self.blank_for:
                rows.append(self._row(series, len(rows), blank(series), is_blank=True))
        return rows

    def _values(self, series):
        """``(values, source, proposal)`` for each row of a series: those proposed from a meeting, then added ones."""
        mine = [values for values in self.posted if values.get("series") == series.key]
        typed = {values["source"]: values for values in mine if values.get("source")}
        for source, proposal in _to_plan(series, self.plan.year):
            yield typed.get(str(source.translation_key)) or proposed(series, source, proposal), source, proposal
        known = {str(source.translation_key) for source in series.held}
        for values in mine:
            if values["source"] not in known:  # added by hand, or its meeting has since been removed
                yield values | {"source": ""}, None, None

    def _row(self, series, number, values, source=None, proposal=None, is_blank=False):
        prefix = f"rows-{number}"
        data = {f"{prefix}-{name}": value for name, value in values.items()}
        days = proposal.days if proposal else 1
        form = PlannedRowForm(data, prefix=prefix, year=self.plan.year, days=days, auto_id="id_%s")
        form.is_blank = is_blank
        return Row(form, series, source, proposal)

    @cached_property
    def sections(self):
        """``[(series, its rows, days that are already planned, in words)]``, with the rows' clashes set."""
        self.find_clashes()
        return [
            (series, [row for row in self.rows if row.series is series], _days(series)) for series in self.plan.series
        ]

    def find_clashes(self):
        ready = {id(row): row.slot() for row in self.rows if row.is_ready}
        timetable = Timetable([*self._around, *ready.values()], related_networks())
        for row in self.rows:
            if id(row) in ready:
                row.clashes = timetable.clashes(ready[id(row)])

    @cached_property
    def _around(self):
        return slots_of(self.plan)

    @cached_property
    def weeks(self):
        planned = [day for row in self.rows if row.is_ready for day in row.slot().span]
        year = self.plan.year
        existing = [day for slot in self._around for day in slot.span if day.year == year]
        return week_load(year, existing, [day for day in planned if day.year == year])

    @property
    def busiest(self):
        return busiest(self.weeks)

    @property
    def chosen(self):
        return [row for row in self.rows if row.is_ready]

    @property
    def has_unseen_rows(self):
        """Whether there are proposals that the user has not seen. Nothing is stored until they have been shown."""
        sent = {values["source"] for values in self.posted}
        return any(row.source and str(row.source.translation_key) not in sent for row in self.rows)

    @property
    def doubled(self):
        """How many ticked rows are already stored, as when an old table is sent again."""
        sources = {row.source.translation_key for row in self.rows if row.source}
        known = {str(one.translation_key) for series in self.plan.series for one in series.held} - set(
            map(str, sources)
        )
        return sum(values["source"] in known and bool(values["include"]) for values in self.posted)

    @property
    def to_look_at(self):
        """How many ticked rows have remarks, including clashes."""
        rows = [row for _series, rows, _planned in self.sections for row in rows]
        return sum(row.is_ready and bool(row.advice) for row in rows)

    def is_valid(self):
        return all(row.form.is_valid() for row in self.rows)


def _to_plan(series, year):
    """``[(meeting in the pattern, its proposal)]`` without those already planned, here or by hand."""
    keys = [planned_key(source.translation_key, year) for source in series.held]
    proposals = propose(series.pattern(), year)
    by_hand = [date.fromisoformat(day) for key, day in series.planned.items() if key not in keys]
    open_ = [number for number, key in enumerate(keys) if key not in series.planned]
    met = already_planned([proposals[number] for number in open_], by_hand)
    return [(series.held[number], proposals[number]) for index, number in enumerate(open_) if index not in met]


def _posted_rows(data):
    total = data.get("rows-TOTAL", "")
    number = min(int(total), MAX_ROWS) if total.isascii() and total.isdigit() and len(total) < 6 else 0
    return [{name: data.get(f"rows-{index}-{name}", "") for name in _TYPED} for index in range(number)]


def _days(series):
    days = sorted(date.fromisoformat(text) for text in series.planned.values())
    return [format_date(day, weekday=False, year=False) for day in days]
