"""Text as the index keeps it: the terms that a query is compared with. Pure.

A term is a stem with its own letters ("möt"), and ``~`` stands before the part of a compound ("~frukost"). Comparing
folds both sides, so that "mote" finds "möte" while "möte" finds it better.
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
    """The terms of one word (lower case): its stem first, then its parts."""
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
    """The distinct terms of ``texts``, in order, with a space between."""
    found: dict[str, None] = {}
    for text in texts:
        for word in words(clean(text)):
            if not is_stop_word(word):
                found.update(dict.fromkeys(word_terms(word, language)))
                found.update(dict.fromkeys(PART + bare for bare in bare_stems(word, language)))
    return " ".join(found)


def same_words(text: str) -> frozenset[str]:
    """What two texts share that say the same words in any form: the tokens of their stems, parts left out."""
    return frozenset(token(term) for term in terms([text]).split() if not term.startswith(PART))


def bare_stems(word: str, language: str = "sv") -> tuple[str, ...]:
    """The stem that a Swedish word gets when somebody leaves out its dots, where that is another ("säveåns",
    "saveans"): what is left of an ending may look like one."""
    if language != "sv" or word.isascii():
        return ()
    bare = swedish.stem(fold(word))
    return (bare,) if bare != token(swedish.stem(word)) else ()


def tokens(*terms_of_fields: str) -> str:
    """What the database's own full text search is given: terms folded and without marks, each once."""
    found = (token(term) for terms_of_field in terms_of_fields for term in terms_of_field.split())
    return " ".join(dict.fromkeys(found))


def token(term: str) -> str:
    """A term as it is compared: folded, without the mark of a part, and one word to every database."""
    return fold(term.removeprefix(PART)).replace("-", "")
