"""Turns text into the terms that the index stores and queries are compared with. Pure.

A term is a stem with its own letters ("möt"); the part of a compound begins with ``~`` ("~frukost"). Both sides are
folded when compared, so that "mote" finds "möte" but "möte" finds it better.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache

from . import english, swedish
from .compounds import parts
from .folding import fold
from .words import clean, is_stop_word, pieces, words

PART = "~"


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


def terms(texts: Iterable[str], language: str = "sv") -> str:
    """The distinct terms of ``texts`` in order, separated by spaces."""
    found: dict[str, None] = {}
    for text in texts:
        for word in words(clean(text)):
            if not is_stop_word(word):
                found.update(dict.fromkeys(word_terms(word, language)))
                found.update(dict.fromkeys(PART + bare for bare in bare_stems(word, language)))
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
