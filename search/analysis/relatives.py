"""Words of the index that surely are about what a word says: other dots, and compounds that begin or end with it.
Pure."""

from collections.abc import Iterator

from .folding import fold
from .terms import token
from .vocabulary import Vocabulary

MOST_LONGER = 40
FOLDED, LONGER_BEGINS, LONGER_ENDS = 0.95, 0.85, 0.6


def relatives(stem: str, vocabulary: Vocabulary) -> Iterator[tuple[str, float]]:
    """Terms that are ``stem`` with other dots, and longer words that begin or end with it, with their weights."""
    bare = token(stem)
    for term in vocabulary.spelt(bare):
        if _may_be(stem, term):
            yield term, FOLDED
    if len(bare) >= 4 and not bare[0].isdigit():
        for term in _beginning(stem, bare, vocabulary):
            yield term, LONGER_BEGINS
    if len(bare) >= 5 and not bare[0].isdigit():
        for term in _ending(stem, bare, vocabulary):
            yield term, LONGER_ENDS


def _may_be(typed: str, term: str) -> bool:
    """Whether ``term`` has the letters of ``typed``, but for dots and rings that either lacks. Two different ones are
    two letters: rats ("råttor") are no rights ("rätt")."""
    return len(typed) != len(term) or all(
        one == other or fold(other) == one or fold(one) == other for one, other in zip(typed, term, strict=True)
    )


def begun(word: str, vocabulary: Vocabulary) -> Iterator[tuple[str, float]]:
    """Longer words that begin with the whole ``word``, whose stem may be too short: "infra", "infrastruktur"."""
    bare = token(word)
    if len(bare) >= 5 and not bare[0].isdigit():
        for term in _beginning(word, bare, vocabulary):
            yield term, LONGER_BEGINS


def _beginning(typed: str, bare: str, vocabulary: Vocabulary) -> list[str]:
    longer = vocabulary.beginning(bare)
    return _as_typed(longer, [term for term in longer if term.startswith(typed)], typed in vocabulary)


def _ending(typed: str, bare: str, vocabulary: Vocabulary) -> list[str]:
    longer = vocabulary.ending(bare)
    return _as_typed(longer, [term for term in longer if term.endswith(typed)], typed in vocabulary)


def _as_typed(longer: list[str], same_letters: list[str], known: bool) -> list[str]:
    """Those with the letters that were typed, if the site has any: a researcher ("forskare") is at no "förskola"."""
    return (same_letters if same_letters or known else longer)[:MOST_LONGER]
