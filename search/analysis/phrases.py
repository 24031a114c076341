"""Tells a phrase that nobody typed from words that stand apart. Pure.

The thesaurus leads from a word to phrases ("digitalisering", "digital utveckling"), and a row has their words without
their places. So a row that has nothing else of a query is an answer only if its text has a phrase together.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import permutations
from typing import Final

from .ranking import Candidate, typed_terms
from .terms import token
from .wanted import Wanted

# Of a longer phrase the words may stand anywhere in a sentence.
MOST_IN_ORDER: Final = 3
# Between two words of a phrase: the rest of the first one, and a short word ("digital och social utveckling" is not).
_BETWEEN: Final = r"[^\W_]{0,20}(?:[^\w\n.!?]+(?:[^\W_]{1,8}[^\w\n.!?]+)?[^\W_]{0,20}?)?"
_BEGINS: Final = r"(?<![^\W_])[^\W_]{0,20}?"

Phrase = tuple[str, ...]


def only_phrases(query: Sequence[Wanted]) -> Callable[[Candidate], list[Phrase]]:
    """A function that gives the phrases that are all a row has of ``query``; none if it has any other of its words."""
    surely: set[str] = set()
    typed: set[Phrase] = set()
    phrases: set[Phrase] = set()
    for word in query:
        own = typed_terms(word)
        for each in word.alternatives:
            if len(each.terms) == 1:
                surely.update(each.terms)
            elif own.issuperset(each.terms):
                typed.add(each.terms)
            else:
                phrases.add(each.terms)

    def of(candidate: Candidate) -> list[Phrase]:
        bare = candidate.bare
        if not phrases or candidate.heard or not surely.isdisjoint(bare) or any(map(bare.issuperset, typed)):
            return []
        return [phrase for phrase in phrases if bare.issuperset(phrase)]

    return of


def stands_in(phrases: Iterable[Phrase], texts: Sequence[str]) -> bool:
    """Whether any of ``phrases`` (terms) stands together in the folded ``texts``, in any order and form."""
    return any(_stands(phrase, texts) for phrase in phrases)


def _stands(phrase: Phrase, texts: Sequence[str]) -> bool:
    bare = [token(term) for term in phrase]
    having = [text for text in texts if all(term in text for term in bare)]
    if len(bare) > MOST_IN_ORDER:
        return any(all(term in line for term in bare) for text in having for line in text.splitlines())
    return bool(having) and any(map(_pattern(bare).search, having))


def _pattern(bare: Sequence[str]) -> re.Pattern[str]:
    orders = permutations([re.escape(term) for term in bare])
    return re.compile(_BEGINS + f"(?:{'|'.join(_BETWEEN.join(order) for order in orders)})")
