"""What the feeds keep about each meeting for as long as it may be in people's calendars."""

from django.db import connection, models, transaction
from django.db.models import F
from django.utils import timezone

_CURRENT = "SELECT number, changed_at FROM events_calendarstamp WHERE id = 1"


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

    def __str__(self):
        return str(self.uid)


class CalendarStamp(models.Model):
    """A number that every transaction that may change a feed increases. The table has one row."""

    number = models.PositiveBigIntegerField(default=0)
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self):
        return str(self.number)

    @classmethod
    def current(cls):
        """``(number, changed_at)``, read only: ``(0, None)`` before the first publication.

        Plain SQL takes a quarter of a queryset's time, and this is nearly all that an unchanged feed asks for.
        """
        with connection.cursor() as cursor:
            cursor.execute(_CURRENT)
            number, changed_at = cursor.fetchone() or (0, None)
        return number, _aware(changed_at)

    @classmethod
    def lock(cls):
        """Make other publications wait until this transaction ends. Says nothing about whether a feed has changed."""
        if not cls.objects.select_for_update().filter(pk=1).first():
            cls.objects.get_or_create(pk=1)

    @classmethod
    def rise(cls):
        """Record that every feed may have changed. Gives the time (aware) of the change.

        Call this before writing anything else. The row is also a lock that makes publications wait for each other
        until the transaction ends, so that two of them cannot deadlock. The clock is read after the wait, so that a
        later number never gets an earlier time.
        """
        with transaction.atomic(savepoint=False):
            if not cls.objects.filter(pk=1).update(number=F("number") + 1):
                cls.objects.get_or_create(pk=1, defaults={"number": 1})
            now = timezone.now()
            cls.objects.filter(pk=1).update(changed_at=now)
        return now


def _aware(moment):
    """An aware datetime. SQLite stores times as texts, which Django's backend parses."""
    read = getattr(connection.ops, "convert_datetimefield_value", None)
    return read(moment, None, connection) if read else moment
