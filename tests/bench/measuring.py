"""Taking the times. All sizes take turns within each round, so that a busy machine slows them alike."""

import gc
import gzip
import time
from dataclasses import dataclass, field
from statistics import median, quantiles

from django.db import connection
from django.test.utils import CaptureQueriesContext

WARM_UP = 1


@dataclass
class Figures:
    """Times in milliseconds, one for each round. ``size`` is the body in bytes, ``sent`` the bytes after gzip."""

    queries: int
    size: int
    sent: int
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    @property
    def median(self):
        return median(self.wall)

    @property
    def p95(self):
        return quantiles(self.wall, n=20, method="inclusive")[-1]


def measure(case, databases, rounds):
    """``{size: Figures}`` of one case. ``databases``: ``{size: Database}``; at least two ``rounds``."""
    samples, figures = {}, {}
    for size, database in databases.items():
        with database.in_use():
            samples[size], figures[size] = _warm(case)
    for number in range(rounds):
        # Every other round goes backwards: no size always comes after the largest one.
        for size in list(databases)[:: -1 if number % 2 else 1]:
            with databases[size].in_use():
                _take(samples[size], figures[size])
    return figures


def ratio(larger, smaller):
    """How many times longer: the median over the rounds, as ``(wall, CPU)``."""
    return tuple(
        median(one / other for one, other in zip(getattr(larger, kind), getattr(smaller, kind), strict=True))
        for kind in ("wall", "cpu")
    )


def _warm(case):
    """Warm the caches, then count queries and bytes in a request of its own, since counting takes time too."""
    sample = case.prepare()
    for _ in range(WARM_UP):
        sample()
    _before(sample)
    with CaptureQueriesContext(connection) as queries:
        response = sample()
    return sample, Figures(len(queries), *_bytes(response))


def _before(sample):
    getattr(sample, "before", lambda: None)()


def _bytes(response):
    if response is None:
        return 0, 0
    body = response.content
    packed = response.get("Content-Encoding") == "gzip"
    return len(gzip.decompress(body) if packed else body), len(body)


def _take(sample, figures):
    """One timed call. Garbage is collected before it and not in it: when that happens says nothing of the site."""
    _before(sample)
    gc.collect()
    gc.disable()
    try:
        wall, cpu = time.perf_counter(), time.process_time()
        sample()
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    finally:
        gc.enable()
    figures.wall.append(wall * 1000)
    figures.cpu.append(cpu * 1000)
