"""Guesses what a word means that the index does not have: a misspelling, or half of a compound. Pure.

A guess is shown as a guess, and a wrong one tells a person that the site has what it lacks. So a short word has to be
closer than a long one, and begin with the same letter: "katt" is not "att", and "Zlatan" not "plats".
"""

from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from . import swedish
from .compounds import is_listed, parts
from .relatives import relatives
from .terms import token
from .vocabulary import Vocabulary

MISSPELT, HALF, TAKEN_APART = 0.6, 0.4, 0.5
SHORTEST_WORD, SHORTEST_STEM = 5, 4
# From how many letters a word may have two wrong ones, and three.
TWO_WRONG, THREE_WRONG = 8, 13
LONGEST_ENDING = 4

Guesses = dict[tuple[str, ...], float]


def guesses(word: str, stem: str, vocabulary: Vocabulary) -> Guesses:
    """``{terms: weight}`` of what ``word`` (lower case, with its ``stem``) may have been meant to be."""
    found: Guesses = {}
    # A wrong letter may make an ending of what is none, or hide one.
    for term, weight in _near(word, token(stem), vocabulary) or _near(word, token(word), vocabulary):
        found.setdefault((term,), weight)
        for longer, part in relatives(term, vocabulary):
            found.setdefault((longer,), weight * part)
        if inner := parts(term):
            found.setdefault(inner, weight * TAKEN_APART)
    found = {terms: weight for terms, weight in found.items() if vocabulary.has(terms)}
    return found or _other_ending(word, vocabulary) or _mended(word, vocabulary) or _half(word, vocabulary)


def _other_ending(word: str, vocabulary: Vocabulary) -> Guesses:
    """A stem in the index with a misspelt ending: "krisövnig" for krisövning, whose stem has no ending at all."""
    for length in range(len(word) - 1, max(SHORTEST_WORD, len(word) - LONGEST_ENDING) - 1, -1):
        found = [term for term in vocabulary.spelt(token(word[:length])) if not term[-1].isdigit()]
        if found:
            return {(term,): MISSPELT for term in found}
    return {}


def _mended(word: str, vocabulary: Vocabulary) -> Guesses:
    """The parts of a compound, with unknown parts replaced by similar terms in the index."""
    inner = parts(word)
    mended = tuple(
        part if part in vocabulary else next((near for near, _ in _near(part, token(part), vocabulary)), "")
        for part in inner
    )
    return {mended: MISSPELT * TAKEN_APART} if mended and all(mended) and mended != inner else {}


def _half(word: str, vocabulary: Vocabulary) -> Guesses:
    """The longest end of an unknown compound that is in the index, else the longest beginning.

    A short one counts only if it is known to form compounds, or "bibliotekarie" would end with Karin. A word in the
    list is not split, or "frukost" would end with "kost".
    """
    if is_listed(swedish.stem(word)):
        return {}
    ends = (swedish.stem(word[place:]) for place in range(2, len(word) - 3))
    beginnings = (swedish.stem(word[:place]) for place in range(len(word) - 2, 3, -1))
    for halves in (ends, beginnings):
        for half in halves:
            if len(half) > 4 and half in vocabulary and (len(half) > 5 or is_listed(half)):
                return {(half,): HALF}
    return {}


def _near(word: str, bare: str, vocabulary: Vocabulary) -> list[tuple[str, float]]:
    """Terms that differ from ``bare``, the token of the stem of ``word``, by as few letters as a person gets wrong in
    a word of that length. If there are none, longer terms that begin with such a word."""
    if len(word) < SHORTEST_WORD or len(bare) < SHORTEST_STEM or any(letter.isdigit() for letter in bare):
        return []
    most = 1 + (len(word) >= TWO_WRONG and len(bare) >= TWO_WRONG - 2) + (len(bare) >= THREE_WRONG - 2)
    found = _nearest(bare, vocabulary.whole, most, vocabulary)
    if found or most == 1:
        return found
    return _nearest(bare, vocabulary.begun(len(bare)), most - 1, vocabulary)


def _nearest(
    bare: str, words_of: Mapping[str, list[str]], most: int, vocabulary: Vocabulary
) -> list[tuple[str, float]]:
    """``words_of`` maps what ``bare`` is compared with to the vocabulary's words."""
    matches = process.extract(bare, words_of.keys(), scorer=DamerauLevenshtein.distance, score_cutoff=most, limit=8)
    nearest = min((distance for _, distance, _ in matches), default=0)
    return [
        (term, MISSPELT / (1 + distance - nearest) + (0.1 if match[0] == bare[0] else 0))
        for match, distance, _ in matches
        if _is_likely(bare, match, distance)
        for word in words_of[match]
        for term in vocabulary.spelt(word)
    ]


def _is_likely(bare: str, match: str, distance: float) -> bool:
    """In a short word, or one with several wrong letters, the first is seldom one of them. And in the shortest, a
    letter may be missing, doubled or in the wrong place, but another letter makes another word: "semla", "samla"."""
    if len(bare) <= SHORTEST_STEM and len(match) == len(bare) and sorted(match) != sorted(bare):
        return False
    return match[0] == bare[0] or (distance < 2 and len(bare) >= TWO_WRONG - 1)
