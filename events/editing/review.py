"""Collects what the form shows about each of its dates and about the dates that its rule gives."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import cached_property

from ..remarks.on_meetings import remarks
from ..remarks.others import other_meetings
from ..remarks.planned import Planned
from .reading import Reading, Usual, read_data, read_event
from .series import Series, planned_dates, series_of_data, series_of_event


@dataclass
class FormReview:
    """The dates of a form: ``readings`` by row prefix, the ``series``, and ``remarks`` on each date.

    ``event_key`` is the event's primary key or None; ``owner_keys`` are those of the networks that own it.
    """

    readings: dict[str, Reading]
    series: Series
    usual: dict
    event_key: int | None
    owner_keys: set[int]

    @classmethod
    def of_form(cls, form):
        event = form.instance
        if form.is_bound:
            return cls.of_data(form.data, event, form.parent_page)
        readings = read_event(event)
        series = series_of_event(event, readings, timezone.localdate())
        usual = {name: getattr(event, name) for name in Usual.base_fields}
        return cls(readings, series, usual, event.pk, _owners(event, form.parent_page))

    @classmethod
    def of_data(cls, data, event, parent):
        """The review of what a browser sent. The form was made from ``event``, new or not, below ``parent``."""
        readings = read_data(data)
        series = series_of_data(data, readings, timezone.localdate(), event)
        owners = _posted_owners(data) | _owners(event, parent)
        return cls(readings, series, Usual(data).values(), event.pk, owners)

    @cached_property
    def remarks(self):
        """``{prefix: [remark]}``; the series' dates have keys of their own. Two or three queries."""
        kept = {key: found.meeting for key, found in self.readings.items() if found.meeting and not found.deleted}
        place = self.usual["place"] or "" if self.usual["format"] != "online" else ""
        planned = planned_dates(self.series, self.usual["start_time"], self.usual["end_time"], place)
        found = _remarks(kept | planned, self.event_key, self.owner_keys)
        for date in self.series.dates:
            date.remarks = found.get(date.day.isoformat(), [])
        return {key: found[key] for key in kept}


def _remarks(meetings: dict[str, Planned], event_key, owner_keys):
    others, today = other_meetings(event_key, owner_keys, meetings.values()), timezone.localdate()
    siblings = list(meetings.items())
    return {
        key: remarks(meeting, [other for name, other in siblings if name != key], others, today)
        for key, meeting in siblings
    }


def _posted_owners(data):
    values = [data[name] for name in data if name.startswith("co_owners-") and name.endswith("-network")]
    return {int(value) for value in values if value.isascii() and value.isdecimal() and len(value) < 10}


def _owners(event, parent):
    """Primary keys of the owning networks. A new event's own network is the page it is created under."""
    own = event.owner_ids() if event.pk else [event.network_id or getattr(parent, "pk", None)]
    return {key for key in own if key}
