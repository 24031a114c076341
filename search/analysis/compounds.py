"""Splits compounds: "frukostmöte" contains "frukost" and "möte". Pure.

Parts come from a list of words in this field (``compound_words.txt``). If the list has only one part, the rest counts
as the other part if it could be a word, so that "bibliotekschef" gives "bibliotek" although no list has every word.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from networks.text.word_length import LONGEST_WORD

from .swedish import PLURALS, changed, stem, stripped

LIST = Path(__file__).with_name("compound_words.txt")
# Shorter parts occur by chance in too many words.
SHORTEST_PART = 3
SHORTEST_UNKNOWN = 4
# How a Swedish word can begin. "ltat" is not a word, so "resultat" does not contain "resa".
_WORD_LIKE = re.compile(
    "(?:b[ljr]?|ch?|d[rv]?|f[jlnr]?|g[lnr]?|h[j]?|j|k[jlnrv]?|l[j]?|mj?|nj?|p[hjlrs]?|qu|r|"
    "s(?:ch|[jlmnv]|k[jrv]?|p[jlr]?|t[jr]?)?|t[hjrv]?|vr?|w|x|z)?[aeiouyåäöé]"
)
# Suffixes: what they end is a derived word and not a compound.
_SUFFIXES = frozenset({"ari", "aktig", "mässig", "skap", "dom", "ism", "ist"})
# Before these letters a linking s may instead begin the next word: skol|skjuts, data|skydd.
_AFTER_S = frozenset("kptlmnvj")


@cache
def listed() -> frozenset[str]:
    """The words in the list, in lower case."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def _stems() -> frozenset[str]:
    return frozenset(stem(word) for word in listed())


@cache
def _beginnings() -> frozenset[str]:
    """The first three letters (all, if they are two) of the words that have a listed stem, however inflected."""
    forms = (form for form, base in changed().items() if base in _stems())
    return frozenset(base[:3] for base in (*_stems(), *PLURALS, *forms))


def _is_known(word: str) -> bool:
    """Whether ``word`` has a listed stem. Finding the stem is slow, and most words cannot have one."""
    return (word[:3] in _beginnings() or word[:2] in _beginnings()) and stem(word) in _stems()


def is_listed(base: str) -> bool:
    """Whether a word in the list has the stem ``base``."""
    return base in _stems()


@cache
def heads() -> dict[str, str]:
    """``{form as first part of a compound: stem}``: förskole-, kvinno-, gatu-, arbets-, skol-."""
    forms: dict[str, str] = {}
    for word in sorted(listed()):
        bare = word[:-1] if word[-1] in "ae" else word
        for form in (word, word + "s", bare, bare + "s", *(bare + vowel for vowel in "eou" if bare != word)):
            if len(form) >= SHORTEST_PART:
                forms.setdefault(form, stem(word))
    return forms


@cache
def _heads_by_beginning() -> dict[str, list[str]]:
    """The keys of ``heads()`` from the longest, by their first letters, as many as the shortest has."""
    found: dict[str, list[str]] = {}
    for head in sorted(heads(), key=len, reverse=True):
        found.setdefault(head[:SHORTEST_PART], []).append(head)
    return found


def _heads_of(word: str) -> Iterator[tuple[str, str]]:
    """``word`` in two for each head that it begins with, from the longest, if enough is left for another part."""
    for head in _heads_by_beginning().get(word[:SHORTEST_PART], ()):
        if len(head) <= len(word) - SHORTEST_PART and word.startswith(head):
            yield head, word[len(head) :]


@lru_cache(maxsize=50_000)
def parts(word: str) -> tuple[str, ...]:
    """The stems of the parts of ``word`` (lower case); ``()`` if it is not a compound.

    A word longer than ``LONGEST_WORD`` is not taken apart.
    """
    if not 2 * SHORTEST_PART <= len(word) <= LONGEST_WORD or _is_known(word):
        return ()
    whole = _known(word)
    return whole or _half_known(word)


# Remembered because a word that is glued together from heads can be parted in ways without number, which all end with
# the same few tails.
@lru_cache(maxsize=50_000)
def _known(word: str) -> tuple[str, ...]:
    """A split with all parts in the list and the longest possible first part."""
    if _is_known(word):
        return (stem(word),)
    for head, tail in _heads_of(word):
        rest = _known(tail)
        if rest:
            return (heads()[head], *rest)
    return ()


def _half_known(word: str) -> tuple[str, ...]:
    """A split with one part in the list and one that could be a word.

    Prefers a known last part, which says what kind of thing it is, to a known first part, and longer parts to shorter.
    """
    for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        if word[place : place + 3] in _beginnings() or word[place : place + 2] in _beginnings():
            head, tail = word[:place], word[place:]
            if _is_known(tail) and _could_be_word(head):
                # No compound begins with a form that only a verb has: lagtext is of lag and not of lagt.
                return (stripped(head), stem(tail))
    for head, tail in _heads_of(word):
        if len(head) > SHORTEST_PART and _could_be_word(tail):
            return (heads()[head], *_tails(head, tail))
    return ()


def _tails(head: str, tail: str) -> tuple[str, ...]:
    """The stem of the unknown last part; two stems if an s may belong to either part."""
    if head.endswith("s") and head[:-1] in heads() and tail[0] in _AFTER_S:
        return (stem(tail), stem("s" + tail))
    return (stem(tail),)


def _could_be_word(rest: str) -> bool:
    base = stem(rest)
    return len(rest) >= SHORTEST_UNKNOWN and base not in _SUFFIXES and _WORD_LIKE.match(base) is not None
