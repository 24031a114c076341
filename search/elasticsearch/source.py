"""Asks Elasticsearch which rows may answer a query."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from . import query, queue
from .breaker import Breaker, Unavailable
from .site import site_backend

SECONDS = 0.7  # leaves the database the rest of 1.5 seconds to answer
SEARCHING = Breaker()
# With this many rows that have every word, rows with only some of them are not needed: see ``analysis.ranking``.
ENOUGH = 5
MOST = 5_000
MOST_PARTIAL = 1_000


@dataclass(frozen=True)
class Hit:
    """``score`` is 1 for the best hit. ``heard`` are the positions in the query of the words that the row has."""

    score: float
    heard: frozenset[int]


def hits(wanted, language):
    """``{primary key: Hit}`` for a list of Wanted.

    Raises ``Unavailable`` if Elasticsearch does not answer or has not received all changes yet, since its answer might
    include what is now hidden or gone.
    """
    if not wanted:
        return {}
    if not queue.send_quietly():
        raise Unavailable("changes wait to be sent")
    return SEARCHING.call(lambda: _ask(wanted, language), SECONDS)


def _ask(wanted, language):
    found = _search(wanted, language, all_words=True)
    if len(found) < ENOUGH and len(wanted) > 1:
        found = _search(wanted, language, all_words=False)
    best = max((hit["_score"] for hit in found), default=0.0) or 1.0
    return {
        int(hit["_id"]): Hit(hit["_score"] / best, frozenset(map(int, hit.get("matched_queries", ()))))
        for hit in found
    }


def _search(wanted, language, *, all_words):
    filters = [query.in_language(language, settings.LANGUAGE_CODE), query.holding(timezone.localdate())]
    body = query.answers(wanted, language, filters, all_words=all_words)
    size = MOST if all_words else MOST_PARTIAL
    backend = site_backend()
    answer = backend.es.search(index=backend.alias, query=body, size=size, source=False, track_total_hits=False)
    return answer["hits"]["hits"]
