"""Finds what a compound says that no page has and no editor has a word for, by its first part. Pure.

"skolchefsmöte" is about school directors, for whom the thesaurus has words, and "elevhälsoarbete" about the health of
pupils. What the last part says is general more often than not: work, a meeting, a shortage, a place. So the longest
first part that means something counts, if a word is left after it.
"""

from collections.abc import Iterator

from . import swedish
from .compounds import SHORTEST_PART, is_listed
from .thesaurus import SAME, Way, Ways
from .vocabulary import Vocabulary
from .words import is_common

SHORTEST_HEAD = 3


def headed(word: str, ways: Ways, vocabulary: Vocabulary) -> list[Way]:
    """What the longest known first part of ``word`` (lower case) finds; [] if it has none, or no word after it."""
    for place in range(len(word) - SHORTEST_PART, SHORTEST_HEAD - 1, -1):
        if not _is_word(word[place:], vocabulary):
            continue
        for head in _as_word(word[:place]):
            stem = swedish.stem(head)
            own: list[Way] = [((stem,), SAME)] if stem in vocabulary else []
            if found := [*own, *ways.from_words([head], ("sv",))]:
                return found
    return []


def _is_word(tail: str, vocabulary: Vocabulary) -> bool:
    stem = swedish.stem(tail)
    return stem in vocabulary or is_listed(stem) or is_common(tail)


def _as_word(head: str) -> Iterator[str]:
    """``head`` as it stands alone: with no linking letter, or with what it lost (skol-, elevhälso-, lärar-)."""
    yield head
    if head.endswith("s"):
        yield head[:-1]
    if head[-1] in "oeu":
        yield head[:-1] + "a"
        yield head[:-1]
    else:
        yield head + "a"
        yield head + "e"
