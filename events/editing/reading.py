"""Reads the dates in an event's form even if half filled or wrong, without saving or refusing anything."""

from dataclasses import dataclass
from datetime import date

from django import forms

from ..days.clock import actual_clock
from ..days.periods import FIRST_YEAR, LAST_YEAR
from ..fields.declared import OWN
from ..models import Occurrence
from ..models.choices import Format, Status, Timing
from ..models.querysets import LONGEST
from ..paste.clock import TIME_FORMATS
from ..remarks.planned import Planned, summary
from ..series.plan import SeriesRow

PREFIX = "occurrences"
MOST_ROWS = 1_000
# What a new row has in the fields that a person may change.
_DEFAULTS = {name: Occurrence._meta.get_field(name).get_default() or "" for name in OWN}


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
    origin = forms.DateField(required=False)
    DELETE = forms.BooleanField(required=False)


@dataclass(frozen=True)
class Reading:
    """A row of the form. ``meeting`` is None until the row has a date within the calendar's years. ``origin`` is the
    date that a rule gave the row, ``key`` its permanent key or what stands for it in the form.
    """

    meeting: Planned | None
    status: str = ""
    theme: str = ""
    own_place: str = ""
    deleted: bool = False
    origin: date | None = None
    key: str = ""
    touched: bool = False

    @property
    def series_row(self) -> SeriesRow | None:
        """The row as its series' rule sees it; None if it is no part of a series."""
        if self.origin is None or self.meeting is None:
            return None
        touched = self.touched or self.day != self.origin
        return SeriesRow(self.key, self.origin, self.day, touched=touched, cancelled=self.meeting.cancelled)

    @property
    def day(self) -> date:
        return self.meeting.first if self.meeting else date.max

    @property
    def summary(self):
        label = Status(self.status).label if self.status in Status.values else ""
        return summary(self.meeting, str(label), self.theme, self.own_place) if self.meeting else ""


def read_data(data):
    """``{prefix: Reading}`` of what a browser sent, deleted rows included."""
    usual = Usual(data).values()
    return {prefix: _read_row(data, prefix, usual) for prefix in (f"{PREFIX}-{at}" for at in range(_number(data)))}


def _read_row(data, prefix, usual):
    row = Row(data, prefix=prefix).values()
    texts = {name: data.get(f"{prefix}-{name}", "").strip() for name in OWN}
    touched = any(text not in ("", _DEFAULTS[name]) for name, text in texts.items())
    return _reading(row, usual, row["origin"], row["uid"] or prefix, touched)


def read_event(event):
    """The Readings of ``event``'s rows in memory, like those ``read_data`` gives for a form that shows them."""
    usual = {name: getattr(event, name) for name in Usual.base_fields}
    names = [name for name in Row.base_fields if name not in {"uid", "origin", "DELETE"}]
    return {
        f"{PREFIX}-{index}": _reading(
            {name: getattr(row, name) for name in names},
            usual,
            row.recurrence_id,
            str(row.translation_key),
            row.is_touched,
        )
        for index, row in enumerate(event.occurrences.all())
    }


def _reading(row, usual, origin, key, touched):
    deleted = bool(row.get("DELETE"))
    of_series = {"deleted": deleted, "origin": origin, "key": key, "touched": touched}
    if not row["start_date"] or not FIRST_YEAR <= row["start_date"].year <= LAST_YEAR:
        return Reading(None, **of_series)
    start, end = None, None
    if row["timing"] in (None, Timing.CLOCK):
        start, end = actual_clock((row["start_time"], row["end_time"]), (usual["start_time"], usual["end_time"]))
    online = (row["format"] or usual["format"]) == Format.ONLINE
    place = "" if online else row["place"] or usual["place"] or ""
    last = min(max(row["end_date"] or row["start_date"], row["start_date"]), row["start_date"] + LONGEST)
    cancelled = row["status"] == Status.CANCELLED
    meeting = Planned(row["start_date"], last, start, end, place, cancelled)
    return Reading(meeting, row["status"] or "", row["theme"] or "", row["place"] or "", **of_series)


def _number(data):
    try:
        return min(int(data.get(f"{PREFIX}-TOTAL_FORMS", 0)), MOST_ROWS)
    except ValueError:
        return 0
