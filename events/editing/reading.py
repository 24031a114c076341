"""Reads the dates in an event's form even if half filled or wrong, without saving or refusing anything."""

from dataclasses import dataclass
from datetime import date

from django import forms

from ..days.clock import actual_clock
from ..days.periods import FIRST_YEAR, LAST_YEAR
from ..models.choices import Format, Status, Timing
from ..models.querysets import LONGEST
from ..paste.clock import TIME_FORMATS
from ..remarks.planned import Planned, summary

PREFIX = "occurrences"
MOST_ROWS = 1_000


class Usual(forms.Form):
    """The fields that the event's dates share."""

    start_time = forms.TimeField(required=False, input_formats=TIME_FORMATS)
    end_time = forms.TimeField(required=False, input_formats=TIME_FORMATS)
    place = forms.CharField(required=False)
    format = forms.ChoiceField(required=False, choices=Format)

    def values(self):
        self.is_valid()
        return {name: self.cleaned_data.get(name) or None for name in self.fields}


class Row(Usual):
    start_date = forms.DateField(required=False)
    end_date = forms.DateField(required=False)
    timing = forms.ChoiceField(required=False, choices=Timing)
    status = forms.ChoiceField(required=False, choices=Status)
    theme = forms.CharField(required=False)
    uid = forms.CharField(required=False)
    DELETE = forms.BooleanField(required=False)


@dataclass(frozen=True)
class Reading:
    """A row of the form. ``meeting`` is None until the row has a date within the calendar's years. ``origin`` is the
    date that a rule gave the row."""

    meeting: Planned | None
    status: str = ""
    theme: str = ""
    own_place: str = ""
    deleted: bool = False
    origin: date | None = None

    @property
    def day(self) -> date:
        return self.meeting.first if self.meeting else date.max

    @property
    def summary(self):
        label = Status(self.status).label if self.status in Status.values else ""
        return summary(self.meeting, str(label), self.theme, self.own_place) if self.meeting else ""


def read_data(data, event=None):
    """``{prefix: Reading}`` of what a browser sent, deleted rows included. The form was made from ``event``."""
    usual = Usual(data).values()
    stored = event.occurrences.all() if event else []
    origins = {str(row.translation_key): row.recurrence_id for row in stored}
    rows = {f"{PREFIX}-{index}": Row(data, prefix=f"{PREFIX}-{index}").values() for index in range(_number(data))}
    return {prefix: _reading(row, usual, origins.get(row["uid"])) for prefix, row in rows.items()}


def read_event(event):
    """The Readings of ``event``'s rows in memory, like those ``read_data`` gives for a form that shows them."""
    usual = {name: getattr(event, name) for name in Usual.base_fields}
    names = [name for name in Row.base_fields if name not in {"uid", "DELETE"}]
    return {
        f"{PREFIX}-{index}": _reading({name: getattr(row, name) for name in names}, usual, row.recurrence_id)
        for index, row in enumerate(event.occurrences.all())
    }


def _reading(row, usual, origin):
    deleted = bool(row.get("DELETE"))
    if not row["start_date"] or not FIRST_YEAR <= row["start_date"].year <= LAST_YEAR:
        return Reading(None, deleted=deleted, origin=origin)
    start, end = None, None
    if row["timing"] in (None, Timing.CLOCK):
        start, end = actual_clock((row["start_time"], row["end_time"]), (usual["start_time"], usual["end_time"]))
    online = (row["format"] or usual["format"]) == Format.ONLINE
    place = "" if online else row["place"] or usual["place"] or ""
    last = min(max(row["end_date"] or row["start_date"], row["start_date"]), row["start_date"] + LONGEST)
    cancelled = row["status"] == Status.CANCELLED
    meeting = Planned(row["start_date"], last, start, end, place, cancelled)
    return Reading(meeting, row["status"] or "", row["theme"] or "", row["place"] or "", deleted, origin)


def _number(data):
    try:
        return min(int(data.get(f"{PREFIX}-TOTAL_FORMS", 0)), MOST_ROWS)
    except ValueError:
        return 0
