"""Counts requests by which view answered. Nothing that a visitor sends becomes a label: it could be about her, and
each new one would be a new row for ever."""

import os

from prometheus_client import CollectorRegistry, Histogram
from prometheus_client.multiprocess import MultiProcessCollector

from ..logs.places import method, view_of

NO_VIEW = "none"  # a file of the design, an unknown address, or what was refused before any view
BUCKETS = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

# A registry of its own: the library's has numbers about this process alone.
_registry = CollectorRegistry()
_seconds = Histogram(
    "natverk_request_seconds",
    "How long requests took until the answer began, by view, method and class of status. Its count is their number.",
    ["view", "method", "status"],
    buckets=BUCKETS,
    registry=_registry,
)


def count(request, status, seconds):
    """Note a request that was answered with ``status`` after ``seconds``."""
    labels = (view_of(request) or NO_VIEW, method(request), f"{status // 100}xx")
    _seconds.labels(*labels).observe(seconds)


def request_seconds():
    """The metrics of all processes where they share a folder, otherwise those of this one."""
    folder = os.environ.get("PROMETHEUS_MULTIPROC_DIR")
    return list((MultiProcessCollector(None, folder) if folder else _registry).collect())
