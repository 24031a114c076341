"""What the feeds keep about each meeting for as long as it may be in people's calendars."""

from django.db import models


class CalendarObject(models.Model):
    """A calendar object resource (RFC 4791 section 4.1): one meeting's VEVENT, as last published.

    Kept when the row is deleted, so that a meeting restored from an old revision continues its SEQUENCE and keeps its
    key.
    ``uid`` is the row's translation key; ``component`` is the serialised VEVENT with CRLF line ends, and empty for a
    meeting that the event no longer has.
    """

    uid = models.UUIDField(primary_key=True, editable=False)
    event = models.ForeignKey("events.EventPage", on_delete=models.CASCADE, related_name="calendar_objects")
    sequence = models.PositiveIntegerField(default=0)
    last_modified = models.DateTimeField()
    meeting_digest = models.CharField(max_length=64)
    content_digest = models.CharField(max_length=64)
    component = models.TextField()
    # What the public log compares with: see ``meeting_states``. Null for a meeting that has never been public; empty
    # for one that was stored before the log existed.
    state = models.JSONField(null=True)
    # ``{language: [digest, time]}``: what the meeting says in each other language, and when that last changed.
    words = models.JSONField(default=dict)

    def __str__(self):
        return str(self.uid)
