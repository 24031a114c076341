"""Suggests networks, pages and coming meetings by name while a visitor types."""

from collections import Counter

from ..analysis.ranking import rank
from ..analysis.wanted import wanted
from ..models.choices import HitKind
from .candidates import candidates
from .finder import candidate, languages_of
from .hits import labelled
from .known import known

MOST = 8
OF_ONE_NETWORK = 3
SHORTEST = 2


def suggestions(text, *, language, today, request=None, source=candidates):
    """At most ``MOST`` ``{"title", "kind", "url"}``, best first. The last word of ``text`` may be unfinished."""
    if len(text.strip()) < SHORTEST:
        return []
    index = known(language)
    query = wanted(text, index.vocabulary, index.ways, languages=languages_of(language), prefix=True)
    rows, hits = source(query, language, coming=today)
    rows = [row for row in rows if row.kind != HitKind.DOCUMENT]
    ranked = rank([candidate(row, hits.get(row.pk)) for row in rows], query, index.vocabulary.rows, today)
    coming = [one for one in ranked if not one.is_past(today)]
    return labelled(_few_of_each(_by_name(coming, query))[:MOST], language=language, request=request)


def _few_of_each(ranked):
    """At most ``OF_ONE_NETWORK`` meetings of the same networks, so that a network's name does not give only dates."""
    numbers = Counter()
    kept = []
    for one in ranked:
        owners = frozenset(one.owners)
        numbers[owners] += 1
        if not owners or numbers[owners] <= OF_ONE_NETWORK:
            kept.append(one)
    return kept


def _by_name(ranked, query):
    """Those with a word of the query in their name or owner. A word deep in a text is not enough."""
    terms = {term for word in query for term in word.terms}
    return [one for one in ranked if any(_holds(title, terms) for title in [*one.titles, one.owners])]


def _holds(found, terms):
    return not terms.isdisjoint(term.removeprefix("~") for term in found)
