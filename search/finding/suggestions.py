"""Suggests networks, pages, coming meetings and documents by name while a visitor types.

Each letter asks for them, so nothing is read but the names that are kept ready and the rows that are shown.
"""

from collections import Counter
from copy import copy

from ..analysis.ranking import rank
from ..analysis.typed import typed
from .finder import languages_of
from .hits import labelled
from .known import known
from .names import names

MOST = 8
OF_ONE_NETWORK = 3
MOST_RANKED = 40


def suggestions(text, *, language, today, request=None, kind=""):
    """At most ``MOST`` ``{"title", "kind", "url"}``, best first, of one ``kind`` or, without, of all. The last word of
    ``text`` may be unfinished."""
    index, known_names = known(language), names(language, kind)
    query = typed(text, index.vocabulary, index.ways, known_names, languages=languages_of(language))
    begun = {one.pk: one for one in known_names.titled(text.strip(), MOST_RANKED)} if query else {}
    found = begun | {one.pk: one for one in known_names.best(query, MOST_RANKED)}
    # Copies, since ranking writes on them and other requests rank the same.
    ranked = rank([copy(one) for one in found.values()], query, len(known_names.candidates), today)
    ranked.sort(key=lambda one: one.pk not in begun)
    return labelled(_few_of_each(ranked)[:MOST], language=language, request=request)


def _few_of_each(ranked):
    """At most ``OF_ONE_NETWORK`` meetings or documents of the same networks, so that a network's name does not give
    only dates."""
    numbers = Counter()
    kept = []
    for one in ranked:
        owners = frozenset(one.owners)
        numbers[owners] += 1
        if not owners or numbers[owners] <= OF_ONE_NETWORK:
            kept.append(one)
    return kept
