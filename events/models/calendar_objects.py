"""What the feeds remember of each meeting, for as long as people's calendars may hold it."""

from django.db import connection, models, transaction
from django.db.models import F
from django.utils import timezone

_CURRENT = "SELECT number, changed_at FROM events_calendarstamp WHERE id = 1"


class CalendarObject(models.Model):
    """A calendar object resource (RFC 4791 section 4.1): one meeting's VEVENT, as last published.

    Kept when the row goes, so that a meeting restored from an old revision continues its sequence and keeps its key.
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
    # What the public log compares with: see ``meeting_states``. Null for a meeting that the public has not been told
    # of; empty for one that was stored before there was a log.
    state = models.JSONField(null=True)

    def __str__(self):
        return str(self.uid)


class CalendarStamp(models.Model):
    """A number that rises, in the same transaction, with everything that may change a feed. One row."""

    number = models.PositiveBigIntegerField(default=0)
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self):
        return str(self.number)

    @classmethod
    def current(cls):
        """``(number, changed_at)`` without a write: ``(0, None)`` before the first publication.

        In SQL, which takes a quarter of the time of a queryset: this is nearly all that an unchanged feed asks for.
        """
        with connection.cursor() as cursor:
            cursor.execute(_CURRENT)
            number, changed_at = cursor.fetchone() or (0, None)
        return number, _aware(changed_at)

    @classmethod
    def rise(cls):
        """Tell every feed that its bytes may have changed; the moment (aware) at which they did.

        To be done before anything else is written: the row is also the lock that makes publications wait for each
        other until the transaction ends. So none of them holds what another one needs, and the clock, which is read
        when the waiting is over, never gives a later number an earlier time.
        """
        with transaction.atomic(savepoint=False):
            if not cls.objects.filter(pk=1).update(number=F("number") + 1):
                cls.objects.get_or_create(pk=1, defaults={"number": 1})
            now = timezone.now()
            cls.objects.filter(pk=1).update(changed_at=now)
        return now


def _aware(moment):
    """SQLite keeps times as texts, which Django's backend for it reads."""
    read = getattr(connection.ops, "convert_datetimefield_value", None)
    return read(moment, None, connection) if read else moment
