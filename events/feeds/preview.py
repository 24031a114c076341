"""Previews the event from the rows of its draft, on its page and in people's calendars."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from ..days.date_format import format_week, format_when
from ..ical.vcalendar import Meeting
from ..models.preview_mode import PreviewMode
from .components import draft_meetings

NEXT = 12


def draft_rows(event):
    """The rows of ``event`` in memory, in order of time, without those that have no date yet."""
    rows = [row for row in event.occurrences.all() if row.start_date]
    for row in rows:
        row.page = event
        row.compute()
    return sorted(rows, key=lambda row: row.starts_at)


@dataclass(frozen=True)
class Entry:
    """A meeting as calendar programs show it."""

    meeting: Meeting

    @property
    def when(self):
        meeting = self.meeting
        return format_when(meeting.first_day, meeting.last_day, meeting.start, meeting.end)

    @property
    def week(self):
        return format_week(self.meeting.first_day)

    @property
    def is_cancelled(self):
        return self.meeting.status == "CANCELLED"

    @property
    def is_tentative(self):
        return self.meeting.status == "TENTATIVE"

    @property
    def is_whole_day(self):
        return self.meeting.start is None


def calendar_entries(event):
    """The next meetings, or the last ones if none are to come, in the words of the feeds."""
    rows = draft_rows(event)
    coming = [row for row in rows if row.last_day >= timezone.localdate()][:NEXT] or rows[-NEXT:]
    with translation.override(settings.LANGUAGE_CODE):
        return [Entry(meeting) for meeting in draft_meetings(coming, event)]


AS_CALENDAR_ENTRY = PreviewMode(
    name="calendar",
    label=_("Som kalenderpost"),
    template="events/preview_calendar.html",
    context=lambda event: {"entries": calendar_entries(event)},
)
