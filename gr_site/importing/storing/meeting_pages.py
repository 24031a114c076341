"""Writes the meetings of an old page as draft events under its network, one for each group that meets."""

from django.utils.text import slugify
from wagtail.models import Page

from events.models import EventPage
from events.paste.preview_rows import STATUSES, add_rows, usual_values
from networks.models.choices import Kind

from .drafts import latest_draft, save_draft

_LONGEST = 200
_POLITICAL, _ORDINARY = "Sammanträden", "Möten"


def write_events(network, groups, *, user=None):
    """Create or update an event below ``network`` for each group with meetings. Returns the events."""
    return [_write_event(network, group, user) for group in groups if group.meetings]


def _write_event(network, group, user):
    title = group.name or (_POLITICAL if network.kind == Kind.POLITICAL else _ORDINARY)
    stored = EventPage.objects.child_of(network).filter(slug=slugify(title)).first()
    new = EventPage(title=title[:255], slug=slugify(title), locale=network.locale)
    event = latest_draft(stored) if stored else new
    event.introduction = "\n".join(group.notes)
    fill_meetings(event, [row_values(row) for row in group.meetings if "double" not in row.remarks])
    return save_draft(event, parent=Page.objects.get(pk=network.pk), user=user)


def fill_meetings(event, rows):
    """Give ``event`` the meetings of ``rows``, in memory.

    An existing meeting on the same day keeps its identity, and thereby its UID and address. Meetings of a published
    event are never removed.
    """
    before = {row.start_date: row for row in event.occurrences.all()}
    days = {row["start_date"] for row in rows}
    event.occurrences = [row for row in before.values() if event.pk and event.live and row.start_date not in days]
    if event.pk is None or not event.live:
        for name, value in usual_values(rows).items():
            setattr(event, name, value)
    for added in add_rows(event, rows):
        if known := before.pop(added.start_date, None):
            added.pk, added.translation_key = known.pk, known.translation_key


def row_values(row):
    """A read row in the form of the preview's cleaned data, for ``add_rows``."""
    return {
        "start_date": row.start_date,
        "end_date": row.end_date if row.end_date != row.start_date else None,
        "start_time": row.start_time,
        "end_time": row.end_time,
        "whole_day": "whole_day" in row.remarks and row.start_time is None,
        "place": row.location[:_LONGEST],
        "theme": row.theme[:_LONGEST],
        "status": STATUSES[row.status],
    }
