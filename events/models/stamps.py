"""When anything public, and when each feed, last changed. Validators are made from these, so a 304 takes one query."""

from django.db import connection, models, transaction
from django.db.models import F
from django.utils import timezone

ALL = "all"  # what may have changed any feed
ANY = "any"  # the latest change of any feed
REGION = "region"
NETWORK = "network:"  # and the hex digits of its translation key
_BEGINNING = len(NETWORK) + 8
_NUMBER = "SELECT number, changed_at FROM events_calendarstamp WHERE id = 1"
_LATEST = (
    'SELECT number, changed_at FROM events_feedstamp WHERE "key" IN ({}) OR beginning IN ({}){} '
    "ORDER BY number DESC LIMIT 1"
)
_BEGUN = ' OR ("key" >= %s AND "key" < %s)'
_AFTER_HEX = "g"  # sorts after every hex digit


def area_stamp(key):
    return f"area:{key.hex}"


def category_stamp(key):
    return f"category:{key.hex}"


def event_stamp(key):
    return f"event:{key.hex}"


def network_stamp(key):
    return f"{NETWORK}{key.hex}"


def page_stamp(key):
    """The stamp of what news readers are told of the network's own page."""
    return f"page:{key.hex}"


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
            cursor.execute(_NUMBER)
            number, changed_at = cursor.fetchone() or (0, None)
        return number, _aware(changed_at)

    @classmethod
    def lock(cls):
        """Make other publications wait until this transaction ends. Says nothing about whether a feed has changed."""
        if not cls.objects.select_for_update().filter(pk=1).first():
            cls.objects.get_or_create(pk=1)

    @classmethod
    def advance(cls):
        """Record that something public may have changed. Gives the time (aware) of the change.

        The caller then raises the stamps of the feeds that did change (``feeds/stamping.py``), in the same
        transaction. Call this before writing anything else. The row is also a lock that makes publications wait for
        each other until the transaction ends, so that two of them cannot deadlock. The clock is read after the wait,
        so that a later number never gets an earlier time.
        """
        with transaction.atomic(savepoint=False):
            if not cls.objects.filter(pk=1).update(number=F("number") + 1):
                cls.objects.get_or_create(pk=1, defaults={"number": 1})
            now = timezone.now()
            cls.objects.filter(pk=1).update(changed_at=now)
        return now

    @classmethod
    def rise(cls):
        """``advance``, and record that every feed may have changed."""
        with transaction.atomic(savepoint=False):
            now = cls.advance()
            FeedStamp.raise_to_current([ALL])
        return now


class FeedStamp(models.Model):
    """The latest change of one feed: ``CalendarStamp``'s number and time when it happened. Rows are never deleted, so
    neither can fall.

    ``digest`` is of what the feed is made from, in every language: an event's meetings, or the heading of a network's
    or an area's feed, or of one that is chosen by category. ``feeds`` are the keys of the feeds that the event's
    meetings were in. ``beginning`` is the key of a network up to its eighth hex digit, by which feeds' addresses
    name it.
    """

    key = models.CharField(max_length=60, primary_key=True)
    beginning = models.CharField(max_length=_BEGINNING, blank=True, db_index=True)
    number = models.PositiveBigIntegerField(default=0)
    changed_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    feeds = models.JSONField(default=list)

    def __str__(self):
        return f"{self.key}: {self.number}"

    @classmethod
    def latest(cls, *keys, beginnings=(), begun=()):
        """``(number, changed_at)`` of the latest change of any of these feeds, or of all. ``(0, None)`` without one.

        ``beginnings`` are the first eight hex digits of networks' keys, which have an index of their own. ``begun``
        are the beginnings of other stamps' keys, up to some hex digit. Plain SQL, as in ``CalendarStamp.current``.
        """
        networks = [f"{NETWORK}{beginning}" for beginning in beginnings] or [ALL]  # which is no row's beginning
        bounds = [bound for key in begun for bound in (key, key + _AFTER_HEX)]
        query = _LATEST.format(_marks([ALL, *keys]), _marks(networks), _BEGUN * len(begun))
        with connection.cursor() as cursor:
            cursor.execute(query, [ALL, *keys, *networks, *bounds])
            number, changed_at = cursor.fetchone() or (0, None)
        return number, _aware(changed_at)

    @classmethod
    def raise_to_current(cls, keys, contents=()):
        """Raise the stamps of the feeds with these keys, and store ``contents``, unsaved rows with a digest and feeds.

        The number must have advanced in this transaction. Nothing is written if there is nothing to raise.
        """
        others = {ANY, *keys} - {row.key for row in contents}
        if keys or contents:
            number, changed_at = CalendarStamp.current()
            at = {"number": number, "changed_at": changed_at}
            cls._store([cls(key=key, **at, beginning=_beginning(key)) for key in sorted(others)])
            for row in contents:
                row.number, row.changed_at, row.beginning = number, changed_at, _beginning(row.key)
            cls._store(contents, "digest", "feeds")

    @classmethod
    def _store(cls, rows, *names):
        names = ["number", "changed_at", "beginning", *names]
        cls.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["key"], update_fields=names, batch_size=100
        )


def _beginning(key):
    return key[:_BEGINNING] if key.startswith(NETWORK) else ""


def _marks(values):
    return ", ".join(["%s"] * len(values))


def _aware(moment):
    """An aware datetime. SQLite stores times as texts, which Django's backend parses."""
    read = getattr(connection.ops, "convert_datetimefield_value", None)
    return read(moment, None, connection) if read else moment
