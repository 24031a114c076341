"""Counts fetches of feeds without recording who fetched and without delaying the response.

Fetches are counted in the process's memory. Now and then, after a response has been sent, the numbers are added to the
table, so that a feed costs no write and a 304 no extra query. What a process has not yet written when it stops is
lost: at most a minute's numbers on a site with visitors.
"""

import logging
from collections import Counter
from datetime import timedelta
from threading import Lock
from time import perf_counter
from uuid import UUID

from django.core.signals import request_finished
from django.db import DatabaseError, close_old_connections, connection, transaction
from django.dispatch import receiver
from django.utils import timezone

from networks.models import Area, NetworkPage

from ..ical.client_families import family
from ..models import FeedFetch

WRITE_AFTER = 60  # seconds
MOST = 2000  # different counts kept in memory; more would mean that somebody makes up addresses
KEEP = timedelta(days=400)
_COUNTED = (200, 304)
_log = logging.getLogger(__name__)

_ADD = """
    INSERT INTO events_feedfetch (day, feed, family, count) VALUES (%s, %s, %s, %s)
    ON CONFLICT (day, feed, family) DO UPDATE SET count = events_feedfetch.count + excluded.count
"""


class FetchCounts:
    """Counts of fetches by ``(day, feed, family)`` that have not been written yet."""

    def __init__(self):
        self._lock = Lock()
        self.clear()

    def clear(self):
        self._counts, self._since = Counter(), None

    def add(self, day, feed, client):
        with self._lock:
            if len(self._counts) < MOST or (day, feed, client) in self._counts:
                self._counts[day, feed, client] += 1
                if self._since is None:
                    self._since = perf_counter()

    @property
    def due(self):
        return self._since is not None and perf_counter() - self._since >= WRITE_AFTER

    def write(self):
        """Add the counts to the table. If the database fails, they are kept for the next attempt."""
        with self._lock:
            counts, self._counts, self._since = self._counts, Counter(), None
        try:
            _write(counts)
        except DatabaseError:
            _log.exception("Fetches of feeds could not be counted")
            with self._lock:
                self._counts += counts
                self._since = perf_counter()


counts = FetchCounts()


def note(request, response):
    """Count an answered GET of a feed. Only the feed and the client's family are kept from the request."""
    match = request.resolver_match
    if match and request.method == "GET" and response.status_code in _COUNTED:
        counts.add(timezone.localdate(), feed_key(match), family(request.headers.get("User-Agent", "")))


def feed_key(match):
    """ "network:<key>" for a feed that many share; only the kind for others, which one person may use alone."""
    if match.url_name in ("area", "network"):
        return f"{match.url_name}:{match.kwargs['key']}"
    return match.url_name or "other"


@receiver(request_finished)
def answer_sent(**kwargs):
    if counts.due:
        counts.write()
        close_old_connections()


def _write(numbers):
    """Write counts of feeds that exist. A 304 is sent without looking the feed up, so made-up keys get this far."""
    known = _existing([feed for _, feed, _ in numbers])
    rows = [(*key, number) for key, number in sorted(numbers.items()) if ":" not in key[1] or key[1] in known]
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.executemany(_ADD, rows)
        FeedFetch.objects.filter(day__lt=timezone.localdate() - KEEP).delete()


def _existing(feeds):
    keys = {UUID(feed.partition(":")[2]) for feed in feeds if ":" in feed}
    found = set()
    for kind, model in (("area", Area), ("network", NetworkPage)):
        rows = model.objects.filter(translation_key__in=keys).values_list("translation_key", flat=True)
        found |= {f"{kind}:{key}" for key in rows}
    return found
