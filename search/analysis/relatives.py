"""Words of the index that surely are about what a word says: other dots, and compounds that begin or end with it.
Pure."""

from collections.abc import Iterator

from .terms import token
from .vocabulary import Vocabulary

MOST_LONGER = 40
FOLDED, LONGER_BEGINS, LONGER_ENDS = 0.95, 0.85, 0.6


def relatives(stem: str, vocabulary: Vocabulary) -> Iterator[tuple[str, float]]:
    """Terms that are ``stem`` with other dots, and longer words that begin or end with it, with their weights."""
    bare = token(stem)
    for term in vocabulary.spelt(bare):
        yield term, FOLDED
    if len(bare) >= 4 and not bare[0].isdigit():
        for term in vocabulary.beginning(bare)[:MOST_LONGER]:
            yield term, LONGER_BEGINS
    if len(bare) >= 5 and not bare[0].isdigit():
        for term in vocabulary.ending(bare)[:MOST_LONGER]:
            yield term, LONGER_ENDS


def begun(word: str, vocabulary: Vocabulary) -> Iterator[tuple[str, float]]:
    """Longer words that begin with the whole ``word``, whose stem may be too short: "infra", "infrastruktur"."""
    bare = token(word)
    if len(bare) >= 5 and not bare[0].isdigit():
        for term in vocabulary.beginning(bare)[:MOST_LONGER]:
            yield term, LONGER_BEGINS
