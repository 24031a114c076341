"""Takes the operators out of a query: quotes mean a phrase, and a minus leaves out. Pure."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from .folding import fold
from .words import clean, words

# What people and their telephones write for a quotation mark, at either end.
_QUOTES = '"”“„«»'
_PHRASE = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]")
_INNER_QUOTES = str.maketrans(dict.fromkeys(_QUOTES, "’"))
_WITHOUT_PHRASE = re.compile(rf"(?:(?<=\s)|^)[-\u2212–]{_PHRASE.pattern}")
# A minus stands before a word and after a space or nothing, so that "IT-chef" and "7 - 9" have none.
_WITHOUT = re.compile(r"(?:(?<=\s)|^)[-\u2212–]([^\W_]+(?:['’\-\u2010\u2011][^\W_]+)*)")
_MINUS_AT_END = re.compile(r"(?:(?<=\s)|^)[-\u2212–]$")
MOST = 5


class Operators(NamedTuple):
    """``rest`` is the query without operators, and has the words of the ``phrases``. The others are as they were
    typed; ``without`` are words and ``without_phrases`` phrases that are left out."""

    rest: str
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    without_phrases: tuple[str, ...] = ()


def take_operators(query: str) -> Operators:
    """The operators of ``query``, at most ``MOST`` of each kind. A quotation mark by itself means nothing."""
    typed = clean(query)
    without_phrases = _with_words(_WITHOUT_PHRASE.findall(typed))
    typed = _WITHOUT_PHRASE.sub(" ", typed) if without_phrases else typed
    phrases = _with_words(_PHRASE.findall(typed))
    without = tuple(_WITHOUT.findall(_PHRASE.sub(" ", typed)))
    rest = _PHRASE.sub(lambda match: f" {match[1]} ".replace("-", " "), typed)
    rest = _WITHOUT.sub(" ", rest) if without else typed
    return Operators(rest, phrases[:MOST], without[:MOST], without_phrases[:MOST])


def with_inner_quotes(query: str) -> str:
    """``query`` as it is written within quotation marks: without its own if they are around all of it, else single."""
    whole = _PHRASE.fullmatch(query.strip())
    return whole[1] if whole else query.translate(_INNER_QUOTES)


def beside_phrases(query: str) -> str:
    """``query`` without operators and without the words of its phrases; just as it is if it has no operators."""
    found = take_operators(query)
    if not (found.phrases or found.without or found.without_phrases):
        return query
    return take_operators(_PHRASE.sub(" ", _WITHOUT_PHRASE.sub(" ", clean(query)))).rest


_OPERATOR_OR_WORD = re.compile(rf"{_WITHOUT_PHRASE.pattern}|{_PHRASE.pattern}|{_WITHOUT.pattern}|(?P<word>[^\W_]+)")


def replaced(query: str, others: Mapping[str, str]) -> str:
    """``query`` with ``others`` in place of words (lower case) that no operator holds."""

    def other(match: re.Match[str]) -> str:
        word = match["word"]
        return others.get(word.lower(), word) if word else match.group()

    return _OPERATOR_OR_WORD.sub(other, clean(query))


def _with_words(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text for text in map(str.strip, texts) if words(text))


def pattern(phrase: str, *, begun: bool = False) -> re.Pattern[str]:
    """What finds ``phrase`` in a folded text: its very words, whatever stands between them that is no word. The last
    word of one that is only ``begun`` may go on."""
    between, end = r"[\W_]+", "" if begun else r"(?![^\W_])"
    return re.compile(rf"(?<![^\W_]){between.join(map(re.escape, words(fold(phrase))))}{end}")


def while_typing(query: str) -> tuple[Operators, str]:
    """``(operators, the phrase that is begun)`` of what somebody is still typing: '' if every phrase has its end. One
    that is to be left out says nothing before it has."""
    typed = clean(query)
    quotes = [place for place, letter in enumerate(typed) if letter in _QUOTES]
    if len(quotes) % 2 == 0:
        return take_operators(typed), ""
    before, phrase = typed[: quotes[-1]], typed[quotes[-1] + 1 :]
    if left_out := _MINUS_AT_END.search(before):
        return take_operators(before[: left_out.start()]), ""
    found = take_operators(before)
    return found._replace(rest=f"{found.rest} {phrase}".lstrip()), phrase if words(phrase) else ""
