"""Counts requests that nobody can answer: made-up addresses and hosts, and forms that no browser sends.

Any site gets thousands a day. A line for each would hide what matters, and say what somebody wrote in the address.
"""

import logging
from collections import Counter
from threading import Lock
from time import monotonic

EVERY = 60.0  # seconds between two lines
_SECURITY = {"DisallowedHost": "host", "csrf": "form_token"}
_STATUSES = {
    400: "bad_request", 401: "not_allowed", 403: "not_allowed", 404: "not_found", 405: "method", 413: "too_large",
    429: "too_many",
}  # fmt: skip
KINDS = sorted({*_SECURITY.values(), *_STATUSES.values(), "suspicious"})
logger = logging.getLogger(__name__)


class HostileCounts:
    """Numbers of requests by kind, and when they were last told of."""

    def __init__(self):
        self._lock = Lock()
        self._counts, self._since = Counter(), monotonic()
        self._totals = Counter()

    def totals(self):
        """``{kind: number}`` since this process began."""
        with self._lock:
            return dict(self._totals)

    def add(self, kind):
        with self._lock:
            self._counts[kind] += 1
            self._totals[kind] += 1
            if monotonic() - self._since < EVERY:
                return
            told, self._counts, self._since = self._counts, Counter(), monotonic()
        words = ", ".join(f"{each} {number}" for each, number in sorted(told.items()))
        logger.info("Requests that could not be answered since the last such line: %s", words)


counts = HostileCounts()


class Hostile(logging.Filter):
    """A filter of Django's loggers: counts a record of a hostile request and lets all others through."""

    def filter(self, record):
        kind = kind_of(record)
        if kind is None:
            return True
        request = getattr(record, "request", None)
        # Django tells of a suspicious request twice: what was suspicious, and then that the answer was 400.
        if not getattr(request, "is_counted", False):
            counts.add(kind)
        if request is not None:
            request.is_counted = True
        return False


def kind_of(record):
    """One of KINDS; None for a record of something else, such as a fault of ours."""
    if record.name.startswith("django.security."):
        return _SECURITY.get(record.name.rpartition(".")[2], "suspicious")
    status = getattr(record, "status_code", 500)
    return _STATUSES.get(status, "bad_request") if 400 <= status < 500 else None
