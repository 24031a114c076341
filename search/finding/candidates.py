"""Finds rows that may answer a query: with Elasticsearch if it is available, else with the database."""

import logging

from wagtail.search.query import PlainText

from ..elasticsearch.breaker import Unavailable
from ..elasticsearch.site import site_backend
from ..elasticsearch.source import hits
from ..models import Findable

logger = logging.getLogger(__name__)
# The most rows that are examined for a query.
MOST = 5_000
# SQLite takes expressions of at most a few hundred terms.
MOST_TOKENS = 150
FIELDS = (
    "pk", "kind", "variety", "title_terms", "fact_terms", "text_terms", "areas", "municipalities",
    "dated_municipalities", "first_day", "last_day", "cancelled", "document_id",
)  # fmt: skip


def candidates(query, language, coming=None):
    """``(rows, hits)``: the values ``FIELDS`` of public rows in ``language`` that may answer ``query``, and
    Elasticsearch's hits by key, empty if the database answered.

    ``coming`` is today's date if only rows that are not past are needed. The database gives the others as well.
    """
    if site_backend():
        try:
            found = hits(query, language, coming)
            return _public(language).filter(pk__in=found).values_list(*FIELDS, named=True), found
        except Unavailable as fault:
            logger.info("The database answers a search: %s", fault)
    return from_database(query, language), {}


def _public(language):
    return Findable.objects.public().in_language(language)


def from_database(query, language):
    """The values ``FIELDS`` of public rows in ``language`` with any term of ``query`` (a list of Wanted).

    One query plus those of ``public()``. Unordered, since ranking reads the terms themselves.
    """
    tokens = list(dict.fromkeys(each for wanted in query for each in sorted(wanted.tokens())))[:MOST_TOKENS]
    if not tokens:
        return Findable.objects.none().values_list(*FIELDS, named=True)
    any_of_them = PlainText(" ".join(tokens), operator="or")
    found = Findable.objects.search(any_of_them, backend="default", order_by_relevance=False).get_queryset()
    public = _public(language).filter(pk__in=found.order_by().values("pk"))
    return public.values_list(*FIELDS, named=True)[:MOST]
