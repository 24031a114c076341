"""Reads meetings that exist only in a draft. They have no row in the database until their page is published."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from wagtail.models import Revision

from ..models import EventPage, Occurrence


@dataclass(frozen=True)
class DraftedRow:
    """What planning needs to know about a meeting in the latest draft of ``event``."""

    event: EventPage
    key: UUID
    day: date
    last_day: date
    start: time | None
    end: time | None
    place: str
    status: str


def drafted_rows(events):
    """The unpublished meetings in the drafts of ``events`` (a list), in order. Two queries."""
    drafts = {event.latest_revision_id: event for event in events if event.has_unpublished_changes or not event.live}
    revisions = Revision.objects.filter(pk__in=drafts.keys() - {None}).values_list("pk", "content")
    rows = Occurrence.objects.filter(page__in=drafts.values(), page__live=True)
    published = set(rows.values_list("translation_key", flat=True))
    found = [
        _row(drafts[pk], row)
        for pk, content in revisions
        for row in content.get("occurrences", [])
        if UUID(row["translation_key"]) not in published
    ]
    return sorted(found, key=lambda row: (row.day, row.event.pk))


def _row(event, content):
    day = date.fromisoformat(content["start_date"])
    start, end = (time.fromisoformat(text) if text else None for text in (content["start_time"], content["end_time"]))
    return DraftedRow(
        event=event,
        key=UUID(content["translation_key"]),
        day=day,
        last_day=date.fromisoformat(content["end_date"] or content["start_date"]),
        start=start or event.start_time,
        end=end or event.end_time,
        place=content["place"] or event.place,
        status=content["status"],
    )
