"""Holds the answers to what only their texts can tell: phrases, words left out, and how near each other words stand."""

from django.db.models.functions import Left

from ..analysis.folding import fold
from ..analysis.nearness import nearness, patterns
from ..analysis.operators import pattern
from ..analysis.ranking import in_order
from ..analysis.terms import PART, token, word_terms
from ..models import Findable

# How many of the best answers have their texts read for nearness, and for phrases, and how much of each text.
NEAR, WITH_PHRASES, LETTERS = 30, 300, 30_000
_TEXTS = ("title", "names", "owners", "facts")


def without(candidates, words, languages):
    """The ``candidates`` that have none of ``words`` (as typed), in any form or compound."""
    left_out = {token(word_terms(word.lower(), language)[0]) for word in words for language in languages}
    if not left_out:
        return candidates
    return [one for one in candidates if left_out.isdisjoint(token(term.removeprefix(PART)) for term in one.bare)]


def closer(ranked, query, phrases, today):
    """``ranked`` with only those that have the ``phrases``, and those first whose words stand together.

    One query if there are phrases or several words, else none.
    """
    together = patterns(query)
    if not ranked or not (phrases or together):
        return ranked
    looked_at = ranked[: WITH_PHRASES if phrases else NEAR]
    texts = _texts([one.pk for one in looked_at])
    if phrases:
        wanted = [pattern(phrase) for phrase in phrases]
        ranked = looked_at = [one for one in looked_at if _has(texts.get(one.pk, ()), wanted)]
    if together:
        for one in looked_at[:NEAR]:
            one.score *= nearness(texts.get(one.pk, ()), together)
        ranked = [*in_order(looked_at[:NEAR], today), *ranked[NEAR:]]
    return ranked


def _texts(keys):
    """``{key: folded texts}``."""
    rows = Findable.objects.filter(pk__in=keys).annotate(beginning=Left("text", LETTERS))
    return {pk: [fold(text) for text in texts] for pk, *texts in rows.values_list("pk", *_TEXTS, "beginning")}


def _has(texts, patterns):
    return all(any(wanted.search(text) for text in texts) for wanted in patterns)
