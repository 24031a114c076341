"""The dates that the form's rule gives, before they are saved: each with its week and remarks."""

import json
from dataclasses import dataclass, field
from datetime import date

from django import forms
from django.utils.translation import gettext as _

from ..days.date_format import format_date, format_week
from ..remarks.planned import Planned
from ..series.recurrence import HostileRule, expand
from ..series.rule_field import RuleFormField, rule_of
from ..series.rule_text import describe
from .fields import days_of


@dataclass
class SeriesDate:
    """``state``: "add", "skip", "there" (it has a row) or "past" (it is over and is not added afterwards)."""

    day: date
    state: str
    remarks: list[str] = field(default_factory=list)
    has_been: bool = False

    @property
    def words(self):
        return f"{format_date(self.day)} · {format_week(self.day)}"

    @property
    def is_open(self):
        """Whether the editor can choose if the date gets a row."""
        return self.state in {"add", "skip"}


@dataclass
class Series:
    """The rule in words, its dates, and what is wrong with it ("" if nothing is)."""

    words: str = ""
    dates: list[SeriesDate] = field(default_factory=list)
    error: str = ""

    @property
    def listed(self):
        """The dates to show: those to come, and past ones that the editor can still add."""
        return [found for found in self.dates if found.is_open or not found.has_been]

    @property
    def added(self):
        return [found for found in self.dates if found.state == "add"]


def series_of_data(data, readings, today):
    """The Series of what a browser sent. ``readings`` are the rows of the form."""
    shown = set(days_of(data.getlist("series_shown")))
    skipped = set(days_of(data.getlist("series_skip")))
    handed_out = set(days_of(_list(data.get("handed_out"))))
    widget = RuleFormField.widget()
    try:
        stored = RuleFormField(required=False).clean(widget.value_from_datadict(data, {}, "recurrence"))
        start = forms.DateField(required=False).clean(data.get("series_start"))
    except forms.ValidationError as error:
        return Series(error=" ".join(error.messages))
    series = _series(stored, start, handed_out, readings, today)
    for found in series.dates:  # a choice made in this form overrides an earlier one
        if found.is_open and found.day in shown | skipped:
            found.state = "skip" if found.day in skipped else "add"
    return series


def series_of_event(event, readings, today):
    handed_out = set(days_of(event.handed_out))
    return _series(event.recurrence, event.series_start, handed_out, readings, today)


def _series(stored, start, handed_out, readings, today):
    try:
        rule = rule_of(stored)
        if rule is None:
            return Series()
        if start is None:
            raise HostileRule(_("Ange seriens första dag."))
        dates = expand(rule, start)
    except HostileRule as error:
        return Series(error=str(error))
    kept = [found for found in readings.values() if not found.deleted]
    taken = {found.day for found in kept} | {found.origin for found in kept}
    is_new = not handed_out and not any(found.origin for found in kept)
    return Series(describe(rule), [_date(day, taken, handed_out, is_new, today) for day in dates])


def _date(day, taken, handed_out, is_new, today):
    has_been = day < today
    if day in taken:
        state = "there"
    elif has_been and not is_new:
        state = "past"
    else:
        state = "skip" if day in handed_out else "add"
    return SeriesDate(day, state, has_been=has_been)


def planned_dates(series, start, end, place):
    """``{ISO date: Planned}`` for the dates that saving would add."""
    return {found.day.isoformat(): Planned(found.day, found.day, start, end, place) for found in series.added}


def _list(text):
    try:
        value = json.loads(text or "[]")
    except ValueError:
        return []
    return value if isinstance(value, list) else []
