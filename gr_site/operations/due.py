"""The rounds of ``run_due`` and of the worker: each part stands alone, so that a fault in one stops no other.

All of it looks before it acts, and does each piece in a transaction of its own. So a process may be killed anywhere,
and two at once do no harm; a lock keeps them from doing the same work twice.
"""

import logging
from contextlib import suppress
from time import monotonic

from django.db import DatabaseError
from django.utils import timezone

from networks.outbox.sending import send_due
from networks.pictures.rebuilding import make_missing
from search.documents.reading import read_some
from search.elasticsearch import rebuild
from search.elasticsearch.queue import send_all
from search.elasticsearch.site import site_backend
from search.indexing.writing import all_keys

from . import nightly
from .alone import alone
from .scheduled import scheduled
from .undone import keys_of_the_minute, mend, recent_keys

# How many pictures to draw in a minute. A new one is drawn when it is uploaded; a new size, by rebuild_pictures.
PICTURES = 10
LETTERS = 100
SECONDS = 3  # for a sign of life from Elasticsearch
BETWEEN = 60  # seconds: what has its own time is looked for so often while longer work goes on

logger = logging.getLogger(__name__)


class Round:
    """What one run did, in Swedish lines, and how many faults there were. A fault is logged with its cause.

    ``stopping()`` is asked after each piece: if it is true, the rest waits for the next round.
    """

    def __init__(self, stopping=lambda: False):
        self.lines = []
        self.faults = 0
        self.stopping = stopping
        self._looked = monotonic()

    def attempt(self, what, act):
        """What ``act()`` gives; None where it failed, or where the round is about to stop."""
        if self.stopping():
            return None
        try:
            return act()
        except Exception:  # whatever it is, the next part must run all the same
            logger.exception("This could not be done: %s", what)
            self.faults += 1
            return None

    def punctual(self):
        """Do what has a time of its own and must not wait for anything else."""
        self._looked = monotonic()
        for what, act in self.attempt("find what is scheduled", scheduled) or []:
            if self.attempt(what, act):
                self.lines.append(what)
        self.attempt("send letters", self._send_letters)

    def piecemeal(self, pieces):
        """Go through ``pieces`` and see to what is punctual in between. Gives whether all of them were done."""
        for _ in pieces:
            if self.stopping():
                return False
            if monotonic() - self._looked > BETWEEN:
                self.punctual()
        return True

    def _send_letters(self):
        if sent := send_due(LETTERS):
            self.lines.append(f"{sent} brev skickades")


def run(*, everything=False, stopping=lambda: False):
    """Do all that is due now. Gives a ``Round``, or None where another process is at it.

    With ``everything`` all pages are compared, however many.
    """
    with alone() as mine:
        if not mine:
            return None
        this = Round(stopping)
        this.punctual()
        this.attempt("compare feeds and search with the pages", lambda: _mend(this, everything))
        this.attempt("draw pictures", lambda: make_missing(PICTURES))
        this.attempt("bring Elasticsearch up to date", _tell_elasticsearch)
        this.attempt("read documents", lambda: this.piecemeal(iter(lambda: read_some(1), 0)))
        for work in this.attempt("find the work of the night", lambda: nightly.due(timezone.now())) or []:
            this.attempt(work.name, lambda work=work: _do(this, work))
        return this


def _mend(this, everything):
    keys = all_keys()
    chosen = set(keys) if everything else recent_keys() | set(keys_of_the_minute(keys))
    texts, rows = mend(chosen)
    if texts or rows:
        this.lines.append(f"{texts} texter i flödena och {rows} sökbara rader skrevs om")


def _tell_elasticsearch():
    """Build the index where it is missing or of an older release, and send what was missed."""
    if site_backend() is None:
        return
    # One that hangs must not hold up a round for as long as a rebuild may take.
    if not site_backend().es.options(request_timeout=SECONDS).ping():
        logger.warning("Elasticsearch does not answer, and is told of changes later.")
        return
    with suppress(rebuild.Busy):
        if rebuild.is_current():
            send_all()
        else:
            rebuild.rebuild()


def _do(this, work):
    chore = nightly.begin(work)
    try:
        if this.piecemeal(work.pieces()):
            nightly.end(chore, work)
    except Exception:
        with suppress(DatabaseError):
            nightly.fail(chore)
        raise
