"""Compounds taken apart: "frukostmöte" holds "frukost" and "möte". Pure.

A list of words of this field (``compound_words.txt``) says what parts there are. Where it knows one part only, the
rest counts as the other if it could be a word, so that "bibliotekschef" gives "bibliotek" although no list holds
all words.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from .swedish import stem

LIST = Path(__file__).with_name("compound_words.txt")
# Shorter parts are found in too many words that do not hold them.
SHORTEST_PART = 3
SHORTEST_UNKNOWN = 4
# How a Swedish word can begin; "ltat" is none, so "resultat" is no "resa".
_WORD_LIKE = re.compile(
    "(?:b[ljr]?|ch?|d[rv]?|f[jlnr]?|g[lnr]?|h[j]?|j|k[jlnrv]?|l[j]?|mj?|nj?|p[hjlrs]?|qu|r|"
    "s(?:ch|[jlmnv]|k[jrv]?|p[jlr]?|t[jr]?)?|t[hjrv]?|vr?|w|x|z)?[aeiouyåäöé]"
)
# Endings that make a new word of one word, not of two.
_SUFFIXES = frozenset({"ari", "aktig", "mässig", "skap", "dom", "ism", "ist"})
# Where these follow a linking s, it may as well begin the next word: skol|skjuts, data|skydd.
_AFTER_S = frozenset("kptlmnvj")


@cache
def listed() -> frozenset[str]:
    """The words of the list, in lower case."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def _stems() -> frozenset[str]:
    return frozenset(stem(word) for word in listed())


def is_listed(base: str) -> bool:
    """Whether a word of the list has the stem ``base``."""
    return base in _stems()


@cache
def heads() -> dict[str, str]:
    """``{form at the front of a compound: stem}``: förskole-, kvinno-, gatu-, arbets-, skol-."""
    forms: dict[str, str] = {}
    for word in sorted(listed()):
        bare = word[:-1] if word[-1] in "ae" else word
        for form in (word, word + "s", bare, bare + "s", *(bare + vowel for vowel in "eou" if bare != word)):
            if len(form) >= SHORTEST_PART:
                forms.setdefault(form, stem(word))
    return forms


@lru_cache(maxsize=50_000)
def parts(word: str) -> tuple[str, ...]:
    """The stems of the parts of ``word`` (lower case); ``()`` for a word that is no compound."""
    if len(word) < 2 * SHORTEST_PART or stem(word) in _stems():
        return ()
    whole = _known(word)
    return whole or _half_known(word)


def _known(word: str) -> tuple[str, ...]:
    """All parts from the list, the longest first part that leads to an answer."""
    if stem(word) in _stems():
        return (stem(word),)
    for head, tail in _cuts(word):
        if head in heads():
            rest = _known(tail)
            if rest:
                return (heads()[head], *rest)
    return ()


def _half_known(word: str) -> tuple[str, ...]:
    """One part from the list and one that could be a word. A known last part, which says what kind of thing it is,
    goes before a known first one, and a longer part before a shorter."""
    for head, tail in reversed(list(_cuts(word))):
        if stem(tail) in _stems() and _could_be_word(head):
            return (stem(head), stem(tail))
    for head, tail in _cuts(word):
        if len(head) > SHORTEST_PART and head in heads() and _could_be_word(tail):
            return (heads()[head], *_tails(head, tail))
    return ()


def _tails(head: str, tail: str) -> tuple[str, ...]:
    """The unknown tail's stem; two of them where nobody can say which part an s belongs to."""
    if head.endswith("s") and head[:-1] in heads() and tail[0] in _AFTER_S:
        return (stem(tail), stem("s" + tail))
    return (stem(tail),)


def _could_be_word(rest: str) -> bool:
    base = stem(rest)
    return len(rest) >= SHORTEST_UNKNOWN and base not in _SUFFIXES and _WORD_LIKE.match(base) is not None


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    for place in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        yield word[:place], word[place:]
