"""Turns text into the terms that the index stores and queries are compared with. Pure.

A term is a stem with its own letters ("möt"); the part of a compound begins with ``~`` ("~frukost"). Both sides are
folded when compared, so that "mote" finds "möte" but "möte" finds it better.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from . import english, swedish
from .compounds import parts
from .folding import fold
from .words import clean, is_stop_word, pieces, words

PART = "~"
# Letters of different words. The first 100,000 letters of the pages and lists in tests/corpora have 18,000 of them,
# and search reads 200,000 letters of a document.
MOST_ANALYSED: Final = 100_000
MOST_KEPT: Final = 200_000


class Allowance:
    """How many letters of different words may be analysed. Later words are kept as they are written, and in the end
    left out.

    In texts that people write every word is analysed, and a text made to be costly costs little more than they do.
    Several texts of one page share an allowance, so that it does not matter how a page's text is divided.
    """

    def __init__(self) -> None:
        self._letters = 0
        self._known: dict[tuple[str, str], tuple[str, ...]] = {}

    def terms_of(self, word: str, language: str) -> tuple[str, ...]:
        """All terms of a word (lower case) that a text is found by."""
        known = self._known.get((word, language))
        if known is None:
            self._letters += len(word)
            known = self._known[word, language] = self._terms_of_new(word, language)
        return known

    def _terms_of_new(self, word: str, language: str) -> tuple[str, ...]:
        if self._letters > MOST_KEPT:
            return ()
        return _all_terms(word, language) if self._letters <= MOST_ANALYSED else (_as_written(word),)


def _all_terms(word: str, language: str) -> tuple[str, ...]:
    return (*word_terms(word, language), *(PART + bare for bare in bare_stems(word, language)))


def _as_written(word: str) -> str:
    return word if word.isalnum() else "".join(pieces(word))


@lru_cache(maxsize=50_000)
def word_terms(word: str, language: str = "sv") -> tuple[str, ...]:
    """The terms of a word (lower case): its stem, then the stems of its parts."""
    if language != "sv":
        return _hyphened(word, english.stem)
    if "-" not in word and word.isalnum():
        return (swedish.stem(word), *(PART + part for part in parts(word)))
    return _hyphened(word, swedish.stem)


def _hyphened(word: str, stem: Callable[[str], str]) -> tuple[str, ...]:
    joined = pieces(word)
    if len(joined) < 2:
        return (stem(word),)
    inner = [PART + part for piece in joined for part in parts(piece)]
    return (stem("".join(joined)), *(stem(piece) for piece in joined), *inner)


def terms(texts: Iterable[str], language: str = "sv", allowance: Allowance | None = None) -> str:
    """The distinct terms of ``texts`` in order, separated by spaces.

    Without an ``allowance`` they have one of their own.
    """
    allowance = allowance or Allowance()
    found: dict[str, None] = {}
    for text in texts:
        for word in dict.fromkeys(words(clean(text))):
            if not is_stop_word(word):
                found.update(dict.fromkeys(allowance.terms_of(word, language)))
    return " ".join(found)


def same_words(text: str) -> frozenset[str]:
    """The tokens of the stems in ``text``, without parts. Equal for texts with the same words in any form."""
    return frozenset(token(term) for term in terms([text]).split() if not term.startswith(PART))


def bare_stems(word: str, language: str = "sv") -> tuple[str, ...]:
    """The stem of a Swedish word typed without dots, if it differs ("säveåns", "saveans"), since the letters before an
    ending may then look like an ending too."""
    if language != "sv" or word.isascii():
        return ()
    bare = swedish.stem(fold(word))
    return (bare,) if bare != token(swedish.stem(word)) else ()


def tokens(*terms_of_fields: str) -> str:
    """The text for the database's full text search: terms folded and without marks, each once."""
    found = (token(term) for terms_of_field in terms_of_fields for term in terms_of_field.split())
    return " ".join(dict.fromkeys(found))


def token(term: str) -> str:
    """A term in the form that is compared: folded, without the mark of a part, and a single word in every database."""
    return fold(term.removeprefix(PART)).replace("-", "")
