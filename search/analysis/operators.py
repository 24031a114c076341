"""Takes the operators out of a query: quotes mean a phrase, and a minus leaves out. Pure."""

import re
from typing import NamedTuple

from .folding import fold
from .words import clean, words

# What people and their telephones write for a quotation mark, at either end.
_PHRASE = re.compile(r"[\"”“„«»]([^\"”“„«»]*)[\"”“„«»]")
# A minus stands before a word and after a space or nothing, so that "IT-chef" and "7 - 9" have none.
_WITHOUT = re.compile(r"(?:(?<=\s)|^)[-\u2212–]([^\W_]+(?:['’\-\u2010\u2011][^\W_]+)*)")
MOST = 5


class Operators(NamedTuple):
    """``rest`` is the query without operators, and has the words of the ``phrases``. ``phrases`` and ``without`` are
    as they were typed."""

    rest: str
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def take_operators(query: str) -> Operators:
    """The operators of ``query``, at most ``MOST`` of each kind. A quotation mark by itself means nothing."""
    typed = clean(query)
    phrases = tuple(text for text in map(str.strip, _PHRASE.findall(typed)) if words(text))
    without = tuple(_WITHOUT.findall(_PHRASE.sub(" ", typed)))
    rest = _PHRASE.sub(lambda match: f" {match[1]} ".replace("-", " "), typed)
    return Operators(_WITHOUT.sub(" ", rest) if without else typed, phrases[:MOST], without[:MOST])


def pattern(phrase: str) -> re.Pattern[str]:
    """What finds ``phrase`` in a folded text: its very words, whatever stands between them that is no word."""
    between = r"[\W_]+"
    return re.compile(rf"(?<![^\W_]){between.join(map(re.escape, words(fold(phrase))))}(?![^\W_])")
