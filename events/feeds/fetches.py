"""Counts fetches of feeds, without a trace of who fetched and at no cost to the one who waits.

A fetch is a number in this process's memory. Now and then, after some answer has been sent, the numbers are added to
the table: a feed costs no write, and an answer of 304 no query more. What a process has not yet written when it is
stopped, a minute's numbers at most on a site with visitors, is lost.
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
MOST = 2000  # different numbers held; more would be somebody who makes up addresses
KEEP = timedelta(days=400)
_COUNTED = (200, 304)
_log = logging.getLogger(__name__)

_ADD = """
    INSERT INTO events_feedfetch (day, feed, family, count) VALUES (%s, %s, %s, %s)
    ON CONFLICT (day, feed, family) DO UPDATE SET count = events_feedfetch.count + excluded.count
"""


class FetchCounts:
    """Numbers of fetches by ``(day, feed, family)`` that wait to be written."""

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
        """Add the numbers to the table. If the database refuses, they wait for the next time."""
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
    """Count an answered GET of a feed. Nothing of the request is kept but the feed and the client's family."""
    match = request.resolver_match
    if match and request.method == "GET" and response.status_code in _COUNTED:
        counts.add(timezone.localdate(), feed_key(match), family(request.headers.get("User-Agent", "")))


def feed_key(match):
    """ "network:<key>" for feeds that many share; of others, where one person may be alone, only the kind."""
    if match.url_name in ("area", "network"):
        return f"{match.url_name}:{match.kwargs['key']}"
    return match.url_name or "other"


@receiver(request_finished)
def answer_sent(**kwargs):
    if counts.due:
        counts.write()
        close_old_connections()


def _write(numbers):
    """An unchanged feed answers 304 without being looked up, so made-up keys are sorted out here."""
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
