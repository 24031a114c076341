"""Finds other meetings that those in the form may clash with, in a constant number of queries."""

from collections.abc import Iterable
from copy import copy

from django.utils import timezone

from networks.models.related import related_keys

from ..days.periods import days_between
from ..models import Occurrence
from ..models.choices import Format
from ..paste.preview_rows import ONLINE_WORDS
from .on_meetings import Other, remarks
from .planned import Planned

MOST = 500


def other_meetings(event_key, owner_keys, meetings: Iterable[Planned]) -> list[Other]:
    """Meetings on the days of ``meetings`` in the owners' networks, in networks related to those or at the same place.

    ``event_key`` is the event's own primary key or None; ``owner_keys`` are networks' primary keys.
    """
    meetings = [meeting for meeting in meetings if not meeting.cancelled]
    if not meetings:
        return []
    related = related_keys(owner_keys)
    rows = _rows(event_key, {*owner_keys, *related}, meetings)
    return [Other(planned(row), _name(row), _relation(row, owner_keys, related)) for row in rows]


def _rows(event_key, network_keys, meetings):
    days = {day for meeting in meetings for day in days_between(meeting.first, meeting.last)}
    near = Occurrence.objects.public().not_cancelled().on_days(days)
    near = near.exclude(page=event_key) if event_key else near
    places = {meeting.place for meeting in meetings if meeting.place.casefold() not in ONLINE_WORDS | {""}}
    found = near.for_networks(network_keys) | near.at_places(places)
    return found.select_related("page__network").prefetch_related("page__co_owners")[:MOST]


def remarks_on(row):
    """The remarks on a stored meeting: see ``remarks``."""
    siblings = [planned(other) for other in row.page.occurrences.all() if other.pk != row.pk]
    meeting, owners = planned(row), row.page.owner_ids()
    return remarks(meeting, siblings, other_meetings(row.page_id, owners, [meeting]), timezone.localdate())


def new_remarks(row, values):
    """The remarks that a stored meeting would get with ``values`` (``{field: value}``) and does not have yet."""
    changed = copy(row)
    for name, value in values.items():
        setattr(changed, name, value)
    before = remarks_on(row)
    return [remark for remark in remarks_on(changed) if remark not in before]


def planned(row):
    """A stored meeting as plain values, without a place if it is only online."""
    start, end = row.clock
    place = "" if row.actual_format == Format.ONLINE else row.actual_place
    return Planned(row.start_date, row.final_date, start, end, place, row.is_cancelled)


def _name(row):
    network = row.page.network
    return f"{network.title}, {row.headline}" if network else row.headline


def _relation(row, owner_keys, related):
    owners = set(row.page.owner_ids())
    if owners & set(owner_keys):
        return "own"
    return "related" if owners & set(related) else ""
