"""Holds the answers to what only their texts tell: phrases, words left out, and how near each other words stand."""

from django.db.models.functions import Left

from ..analysis.folding import fold
from ..analysis.nearness import density, nearness, often, patterns
from ..analysis.operators import pattern
from ..analysis.phrases import only_phrases, stands_in
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


class Texts:
    """The texts of the rows of one search. What is looked at by several is read once, in one query if the first of
    them knows that: with ``phrases``, more rows are looked at."""

    def __init__(self, *, phrases=False):
        self.most = WITH_PHRASES if phrases else NEAR
        self._read = {}

    def of(self, candidates):
        """``{key: folded texts}``. One query if some have not been read, else none."""
        missing = [one for one in candidates if one.pk not in self._read]
        if missing:
            self._read.update(dict.fromkeys((one.pk for one in missing), ()) | _texts(missing))
        return self._read


def with_whole_phrases(ranked, query, read):
    """``ranked`` without the rows that have nothing of ``query`` but phrases that nobody typed, whose words stand
    apart. One query if there are any such rows, else none."""
    phrases_of = only_phrases(query)
    doubtful = {one.pk: phrases for one in ranked if (phrases := phrases_of(one))}
    if not doubtful:
        return ranked
    looked_at = [one for one in ranked if one.pk in doubtful][:WITH_PHRASES]
    # The others are looked at later.
    texts = read.of([*looked_at, *[one for one in ranked if one.pk not in doubtful][: read.most]])
    return [one for one in ranked if one.pk not in doubtful or stands_in(doubtful[one.pk], texts.get(one.pk, ()))]


def closer(ranked, query, today, read):
    """``ranked`` with those first whose words stand together, and often. One query if there are several words, else
    none."""
    together = patterns(query)
    if len(ranked) < 2 or not together:
        return ranked
    words, texts = often(query), read.of(ranked[: read.most])
    for one in ranked[:NEAR]:
        own = texts.get(one.pk, ())
        one.score *= density(own, words) * nearness(own, together)
    return [*in_order(ranked[:NEAR], today), *ranked[NEAR:]]


def with_phrases(answers, phrases, left_out, read):
    """Those of the best ``answers`` that have all ``phrases`` and none of ``left_out``. One query if there are any of
    either, else none."""
    if not answers or not (phrases or left_out):
        return answers
    wanted, unwanted = ([pattern(phrase) for phrase in each] for each in (phrases, left_out))
    texts = read.of(answers[:WITH_PHRASES])
    found_in = {one.pk: _found_in(texts.get(one.pk, ())) for one in answers[:WITH_PHRASES]}
    return [
        one
        for one in answers[:WITH_PHRASES]
        if all(map(found_in[one.pk], wanted)) and not any(map(found_in[one.pk], unwanted))
    ]


def _texts(candidates):
    """``{key: folded texts}``."""
    rows = Findable.objects.filter(pk__in=[one.pk for one in candidates]).annotate(beginning=Left("text", LETTERS))
    return {pk: [fold(text) for text in texts] for pk, *texts in rows.values_list("pk", *_TEXTS, "beginning")}


def _found_in(texts):
    return lambda wanted: any(wanted.search(text) for text in texts)
