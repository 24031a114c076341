"""Requests to a test's own server, answered one at a time."""

from threading import Lock


class OneAtATime:
    """Middleware for a server whose threads share one connection, as Django's live server does to SQLite in memory.

    There a request would otherwise begin its transaction inside another's, and end it with the other's changes undone
    or half stored. A site that is run for people has a connection for each thread.
    """

    def __init__(self, get_response):
        self._get_response, self._lock = get_response, Lock()

    def __call__(self, request):
        with self._lock:
            return self._get_response(request)
