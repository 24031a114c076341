"""Finds rows that may answer a query: with Elasticsearch if it is available, else with the database."""

import logging

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models.expressions import RawSQL
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
    "pk", "kind", "variety", "title_terms", "fact_terms", "text_terms", "lent_terms", "areas", "municipalities",
    "dated_municipalities", "first_day", "last_day", "cancelled", "document_id", "network_id", "place", "form",
)  # fmt: skip


def candidates(query, language):
    """``(rows, hits)``: the values ``FIELDS`` of public rows in ``language`` that may answer ``query``, and
    Elasticsearch's hits by key, empty if the database answered.
    """
    if site_backend():
        try:
            found = hits(query, language)
            return public(language).filter(pk__in=found).values_list(*FIELDS, named=True), found
        except Unavailable as fault:
            logger.info("The database answers a search: %s", fault)
    return from_database(query, language), {}


def public(language):
    return Findable.objects.public().in_language(language)


def from_database(query, language):
    """The values ``FIELDS`` of public rows in ``language`` with any term of ``query`` (a list of Wanted).

    One query plus those of ``public()``. Unordered, since ranking reads the terms themselves.
    """
    tokens = list(dict.fromkeys(each for wanted in query for each in sorted(wanted.tokens())))[:MOST_TOKENS]
    if not tokens:
        return Findable.objects.none().values_list(*FIELDS, named=True)
    return public(language).filter(pk__in=_having(tokens)).values_list(*FIELDS, named=True)[:MOST]


def _having(tokens):
    """A subquery for the keys of the rows with any of ``tokens``."""
    if connection.vendor == "sqlite":
        return RawSQL(_SQLITE, [" OR ".join(f'"{each}"' for each in tokens), _content_type()])  # noqa: S611
    any_of_them = PlainText(" ".join(tokens), operator="or")
    found = Findable.objects.search(any_of_them, backend="default", order_by_relevance=False).get_queryset()
    return found.order_by().values("pk")


# As the search library asks, SQLite may look the text up anew for each row that the index has. So it is looked up
# first. Tokens have no quotation marks (see ``analysis.terms.token``).
_SQLITE = """
SELECT CAST(entry.object_id AS INTEGER) FROM wagtailsearch_indexentry AS entry WHERE entry.id IN
(SELECT rowid FROM wagtailsearch_indexentry_fts WHERE wagtailsearch_indexentry_fts MATCH %s)
AND entry.content_type_id = %s
"""


def _content_type():
    return ContentType.objects.get_for_model(Findable).pk
