"""The rounds of ``run_due``: each part stands alone, so that a fault in one stops no other."""

import logging

from networks.pictures.rebuilding import make_missing
from search.documents.reading import read_waiting
from search.elasticsearch.queue import send_quietly
from search.elasticsearch.site import site_backend
from search.indexing.writing import all_keys

from .scheduled import scheduled
from .undone import keys_of_the_minute, mend, recent_keys

# How many pictures to draw in a minute. A new one is drawn when it is uploaded; a new size, by rebuild_pictures.
PICTURES = 10

logger = logging.getLogger(__name__)


class Round:
    """What one run did, in Swedish lines, and how many faults there were. A fault is logged with its cause."""

    def __init__(self):
        self.lines = []
        self.faults = 0

    def attempt(self, what, act):
        try:
            return act()
        except Exception:  # whatever it is, the next part must run all the same
            logger.exception("This could not be done: %s", what)
            self.faults += 1
            return None


def run(*, everything=False):
    """Do all that is due now. Gives a ``Round``. With ``everything`` all pages are compared, however many."""
    this = Round()
    for what, act in this.attempt("find what is scheduled", scheduled) or []:
        if this.attempt(what, act):
            this.lines.append(what)
    this.attempt("compare feeds and search with the pages", lambda: _mend(this, everything))
    this.attempt("read documents", read_waiting)
    this.attempt("draw pictures", lambda: make_missing(PICTURES))
    if site_backend() is not None:
        this.attempt("tell Elasticsearch", send_quietly)
    return this


def _mend(this, everything):
    keys = all_keys()
    chosen = set(keys) if everything else recent_keys() | set(keys_of_the_minute(keys))
    texts, rows = mend(chosen)
    if texts or rows:
        this.lines.append(f"{texts} texter i flödena och {rows} sökbara rader skrevs om")
