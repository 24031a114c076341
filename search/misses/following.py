"""Counts searches that found something, and how often somebody went on from their pages of hits.

A visitor who goes on sends with her next request the address that she comes from, which has her query. So nothing is
added to addresses, no cookie is set, and of her nothing is kept: a process adds up in memory how often each query of
ordinary words was asked and left for another page, and stores the sums once a minute, when an answer has been sent.
"""

import logging
from functools import cache
from threading import Lock
from time import monotonic
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.core.signals import request_finished
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from ..analysis.wanted import LONGEST_QUERY
from ..models import MissedQuery
from .counting import without_names, worth_keeping
from .visitors import is_visitor

logger = logging.getLogger(__name__)

MOST_WAITING = 100  # queries; further ones are not counted until these are stored
LONGEST_ADDRESS = 2_000
FOUND, FOLLOWED = 0, 1


class _Waiting:
    def __init__(self):
        self._lock = Lock()
        self._sums = {}
        self._since = monotonic()

    def add(self, query, what):
        with self._lock:
            if query in self._sums or len(self._sums) < MOST_WAITING:
                self._sums.setdefault(query, [0, 0])[what] += 1

    def is_due(self, seconds):
        return bool(self._sums) and monotonic() - self._since >= seconds

    def take(self):
        """``{query: (found, followed)}``, which wait no more."""
        with self._lock:
            taken, self._sums, self._since = self._sums, {}, monotonic()
        return {query: tuple(sums) for query, sums in taken.items()}


waiting = _Waiting()


def note_found(text):
    """Count that ``text`` found something, unless it may be personal or names nothing."""
    if query := worth_keeping(text, timezone.localdate()):
        waiting.add(query, FOUND)


class Followed:
    """Counts a page that is reached from a page of hits. Other requests cost a look at one header."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if "q=" in request.META.get("HTTP_REFERER", "") and response.status_code < 400 and _is_page(request):
            _note_followed(request)
        return response


def _is_page(request):
    """Whether a person goes there: not the page's pictures, another page of hits or a form."""
    destination = request.META.get("HTTP_SEC_FETCH_DEST", "document")
    elsewhere = (*search_addresses(), settings.STATIC_URL, settings.MEDIA_URL)
    return request.method == "GET" and destination == "document" and not request.path.startswith(elsewhere)


def _note_followed(request):
    came_from = request.META["HTTP_REFERER"]
    if len(came_from) > LONGEST_ADDRESS:
        return
    try:
        address = urlsplit(came_from)
        (text, *_) = parse_qs(address.query, max_num_fields=20).get("q", [""])
    except ValueError:
        return
    ours = address.netloc == request.get_host() and address.path in search_addresses()
    query = worth_keeping(text[:LONGEST_QUERY], timezone.localdate()) if ours else ""
    if query and is_visitor(request):
        waiting.add(query, FOLLOWED)


@cache
def search_addresses():
    """The path of the page of hits in each language."""
    found = set()
    for language, _ in settings.LANGUAGES:
        with override(language):
            found.add(reverse("search:results"))
    return tuple(sorted(found))


def store(day=None):
    """Store the sums that wait. On a database that is busy or closed to writing they are lost."""
    sums = waiting.take()
    try:
        with transaction.atomic():
            kept = without_names(sums.keys())
            MissedQuery.count_found({query: sums[query] for query in kept}, day or timezone.localdate())
    except DatabaseError as error:
        logger.warning("Searches with hits were not counted: %s", error)


def _store_when_due(**kwargs):
    if settings.SEARCHES_STORED_AFTER is not None and waiting.is_due(settings.SEARCHES_STORED_AFTER):
        # If Django keeps no connections, it closes this one when the thread's next request begins.
        store()


request_finished.connect(_store_when_due, dispatch_uid="search.misses.following")
