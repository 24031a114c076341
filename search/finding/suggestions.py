"""Suggests networks, pages, coming meetings and documents by name while a visitor types.

Each letter asks for them, so nothing is read but the names that are kept ready and the rows that are shown.
"""

from collections import Counter
from copy import copy

from ..analysis.operators import pattern, while_typing
from ..analysis.ranking import rank
from ..analysis.typed import typed
from .closer import without
from .finder import languages_of
from .hits import labelled
from .known import known
from .names import names

MOST = 8
OF_ONE_NETWORK = 3
MOST_RANKED = 40
# How many are looked at if operators leave out some.
MOST_NARROWED = 200


def suggestions(text, *, language, today, request=None, kind=""):
    """At most ``MOST`` ``{"title", "kind", "url"}``, best first, of one ``kind`` or, without, of all. The last word of
    ``text`` may be unfinished, and so may a phrase."""
    index, known_names, languages = known(language), names(language, kind), languages_of(language)
    operators, phrase = while_typing(text)
    query = typed(operators.rest, index.vocabulary, index.ways, known_names, languages=languages)
    begun = {one.pk: one for one in known_names.titled(operators.rest.strip(), MOST_RANKED)} if query else {}
    most = MOST_NARROWED if phrase or any(operators[1:]) else MOST_RANKED
    found = begun | {one.pk: one for one in known_names.best(query, most)}
    kept = _kept(list(found.values()), operators, phrase, known_names, languages)
    # Copies, since ranking writes on them and other requests rank the same.
    ranked = rank([copy(one) for one in kept], query, len(known_names.candidates), today)
    ranked.sort(key=lambda one: one.pk not in begun)
    return labelled(_few_of_each(ranked)[:MOST], language=language, request=request)


def _kept(found, operators, phrase, known_names, languages):
    """Those of ``found`` that the operators leave. Of phrases the names decide, which are all that is shown."""
    wanted = [*map(pattern, operators.phrases), *([pattern(phrase, begun=True)] if phrase else [])]
    unwanted = list(map(pattern, operators.without_phrases))
    return [
        one
        for one in without(found, operators.without, languages)
        if all(known_names.is_called(one, each) for each in wanted)
        and not any(known_names.is_called(one, each) for each in unwanted)
    ]


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
