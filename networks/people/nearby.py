"""A given name and a surname that stand apart, where both may still be one person's. Pure."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from .name_words import Found, Test, Word, Words, is_split

MOST_BETWEEN: Final = 4  # words
_MOST_SIGNS: Final = 40  # letters between two words
_MOST_BETWEEN_SMALL: Final = 3  # words, where a name is in small letters and may be an ordinary word
_AND = frozenset(("och", "o", "samt", "and"))
_LABELS_WORDS = """
efternamn familjenamn förnamn mellannamn namn tilltalsnamn name surname lastname firstname
"""
_LABELS = frozenset(_LABELS_WORDS.split())
_AND_SIGNS = re.compile(r"\s*[&+/]\s*")


def named(token: str, ways: set[str]) -> Test:
    """Whether a word is ``token``, or one of ``ways`` to write it without its accents."""

    def is_named(word: Word) -> bool:
        if word.text in (token, token + "s"):
            return True
        return word.capital and (word.bare in ways or word.bare.removesuffix("s") in ways)

    return is_named


def apart(words: Words, given: Test, surname: Test) -> Iterator[Found]:
    """Each ``given`` with the next ``surname``, and the reverse, with at most ``MOST_BETWEEN`` words between, unless
    one of them clearly is another's: "Anna Lind, Karl Berg"."""
    for at, word in enumerate(words.words):
        for one, other in ((given, surname), (surname, given)):
            if one(word):
                last = next((to for to in _following(words, at) if other(words.words[to])), None)
                if last is not None and _may_be_one(words, at, last, is_given=one is given):
                    yield words.found(at, last, "apart")


def joined(words: Words, ways: set[str]) -> Iterator[Found]:
    """Words that are both names: "annaberg", "AnnaBerg85"."""
    for at, word in enumerate(words.words):
        plain = word.bare.rstrip("0123456789")
        if plain in ways or plain.removesuffix("s") in ways:
            yield words.found(at, at, "joined")


def _following(words: Words, at: int) -> Iterator[int]:
    for to in islice(range(at + 1, len(words)), MOST_BETWEEN + 1):
        if len(words.gaps[to - 1]) > _MOST_SIGNS:
            return
        yield to


def _may_be_one(words: Words, first: int, last: int, *, is_given: bool) -> bool:
    given, surname = (first, last) if is_given else (last, first)
    if _has_surname(words, given, surname):
        return False
    if _has_given(words, surname, given) and not (is_given and _shares(words, first, last)):
        return False
    if words.words[first].capital and words.words[last].capital:
        return True
    is_prose = all(gap.isspace() for gap in words.gaps[first:last]) and not _ands(words, first, last)
    return last - first - 1 <= _MOST_BETWEEN_SMALL and not is_prose


def _has_surname(words: Words, given: int, hers: int) -> bool:
    """Whether another surname than ``hers`` follows: "Anna Lind", but not "Anna Efternamn: Berg". It may stand in the
    next cell of a table."""
    after = given + 1
    if after in (hers, len(words)) or not (words.gaps[given].isspace() or is_split(words, given)):
        return False
    word = words.words[after]
    is_label = word.text in _LABELS or (words.gap(after) or "").startswith(":")
    return word.capital and len(word.text) > 1 and not is_label


def _has_given(words: Words, surname: int, hers: int) -> bool:
    """Whether another given name than ``hers`` stands before: "Karl Berg", but not "Fråga Berg" in a new sentence."""
    before = surname - 1
    if before in (hers, -1) or not words.gaps[before].isspace():
        return False
    return words.words[before].capital and not words.begins_sentence(before)


def _shares(words: Words, first: int, last: int) -> bool:
    """Whether a list of given names shares the surname: "Anna, Eva och Karl Berg"."""
    between = words.words[first + 1 : last]
    return _ands(words, first, last) and all(word.capital or word.text in _AND for word in between)


def _ands(words: Words, first: int, last: int) -> bool:
    return any(word.text in _AND for word in words.words[first + 1 : last]) or any(
        _AND_SIGNS.fullmatch(gap) for gap in words.gaps[first:last]
    )
