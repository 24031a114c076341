"""Which rows may answer a query, by Elasticsearch."""

from dataclasses import dataclass

from django.conf import settings

from . import query, queue
from .breaker import Breaker, Unavailable
from .site import site_backend

SECONDS = 0.7  # the database answers within what is left of 1.5
SEARCHING = Breaker()
# So many rows that hold every word leave no room for those that hold some of them: see ``analysis.ranking``.
ENOUGH = 5
MOST = 5_000
MOST_PARTIAL = 1_000
MOST_WHILE_TYPING = 100


@dataclass(frozen=True)
class Hit:
    """``score``: 1 for the best of the hits; ``heard``: the places in the query of the words that the row holds."""

    score: float
    heard: frozenset[int]


def hits(wanted, language, coming=None):
    """``{primary key: Hit}`` for a list of Wanted, or ``Unavailable`` where Elasticsearch does not answer or has not
    been told everything yet: what it would say then may be hidden, or not be there, by now.

    ``coming``: today's date, for the best few of what is not past and no document, as suggestions want them.
    """
    if not wanted:
        return {}
    if not queue.send_quietly():
        raise Unavailable("changes wait to be sent")
    return SEARCHING.call(lambda: _ask(wanted, language, coming), SECONDS)


def _ask(wanted, language, coming):
    found = _search(wanted, language, coming, all_words=True)
    if len(found) < ENOUGH and len(wanted) > 1:
        found = _search(wanted, language, coming, all_words=False)
    best = max((hit["_score"] for hit in found), default=0.0) or 1.0
    return {
        int(hit["_id"]): Hit(hit["_score"] / best, frozenset(map(int, hit.get("matched_queries", ()))))
        for hit in found
    }


def _search(wanted, language, coming, *, all_words):
    filters = [query.in_language(language, settings.LANGUAGE_CODE), *query.still_to_come(coming)]
    body = query.answers(wanted, language, filters, all_words=all_words)
    size = MOST_WHILE_TYPING if coming else MOST if all_words else MOST_PARTIAL
    backend = site_backend()
    answer = backend.es.search(index=backend.alias, query=body, size=size, source=False, track_total_hits=False)
    return answer["hits"]["hits"]
