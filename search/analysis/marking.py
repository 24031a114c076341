"""Marks matching words in their sentences. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from .exact import Spots
from .folding import fold
from .terms import bare_stems, token, word_terms
from .wanted import Wanted
from .words import spans

# Where it starts and ends, and which tokens it has.
Match = tuple[int, int, set[str]]

SENTENCES = 2
LONGEST = 260
# Sentences to analyse in a long document; further ones with the words add nothing. Those that only look as if they had
# them cost as much, so that their letters are counted too.
MOST_LOOKED_AT = 60
MOST_LETTERS = 100_000
# A longer "sentence" is a list or a table, and is looked at in pieces.
LONGEST_SENTENCE = 2000
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÅÄÖÉ0-9”\"])|\n+")


def marked(text: str, query: Sequence[Wanted], language: str = "sv", exact: Sequence[Spots] = ()) -> str:
    """``text`` as HTML, with ``<mark>`` around the words that ``query`` found and around what ``exact`` finds."""
    return _html(text, _with_exact(text, _matches(text, _all_tokens(query), language), exact))


def excerpt(texts: Iterable[str], query: Sequence[Wanted], language: str = "sv", exact: Sequence[Spots] = ()) -> str:
    """The sentences in ``texts`` with most of the words of ``query``, in order, as HTML; '' if none has any.

    Those that have what ``exact`` finds come before all others. A long sentence is cut around its first match.
    """
    texts = list(texts)
    if exact and (having := _having(texts, exact)):
        return " … ".join(_cut(sentence, query, language, exact) for sentence in having)
    wanted = [word.marks() for word in query]
    looked: list[tuple[int, int, str]] = []
    left = MOST_LETTERS
    for sentence in _likely(texts, set().union(*wanted) if wanted else set()):
        found = {word for _, _, words in _matches(sentence, set().union(*wanted), language) for word in words}
        number = sum(bool(tokens & found) for tokens in wanted)
        if number:
            looked.append((-number, len(looked), sentence))
        left -= len(sentence)
        if len(looked) >= MOST_LOOKED_AT or left <= 0:
            break
    best = sorted(looked)[:SENTENCES]
    if len(best) > 1 and best[0][0] <= -len(wanted):
        best = best[:1]
    in_order = sorted(best, key=lambda one: one[1])
    return " … ".join(_cut(sentence, query, language) for _, _, sentence in in_order)


def _having(texts: Iterable[str], exact: Sequence[Spots]) -> list[str]:
    """The first sentences that have what each of ``exact`` finds, at most ``SENTENCES``; or a whole text, where it
    goes on from one sentence to another ("kl. 9")."""
    found: dict[str, None] = {}
    left = list(exact)
    for text in texts:
        here = [spots for spots in left if spots(text)]
        pieces = sentences(text) if here else []
        for spots in here:
            found[next((piece for piece in pieces if spots(piece)), text)] = None
        left = [spots for spots in left if spots not in here]
        if not left or len(found) >= SENTENCES:
            break
    return list(found)[:SENTENCES]


def _with_exact(text: str, matches: list[Match], exact: Sequence[Spots]) -> list[Match]:
    """``matches`` of words with what ``exact`` finds, which replaces the words in it."""
    merged: list[Match] = []
    spots = [(start, end, set[str]()) for each in exact for start, end in each(text)]
    for start, end, words in sorted([*spots, *matches], key=lambda one: (one[0], -one[1])):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]), merged[-1][2])
        else:
            merged.append((start, end, words))
    return merged


def sentences(text: str) -> list[str]:
    """The sentences of ``text``. One longer than ``LONGEST_SENTENCE`` comes in pieces, which end between words."""
    stripped = (sentence.strip() for sentence in _SENTENCE_END.split(text))
    return [piece for sentence in stripped if sentence for piece in _pieces(sentence)]


def _pieces(sentence: str) -> Iterator[str]:
    start = 0
    while len(sentence) - start > LONGEST_SENTENCE:
        end = sentence.rfind(" ", start, start + LONGEST_SENTENCE)
        end = end if end > start else start + LONGEST_SENTENCE
        yield sentence[start:end].strip()
        start = end
    yield sentence[start:].strip()


def _likely(texts: Iterable[str], tokens: set[str]) -> Iterable[str]:
    """Sentences that may have a match, found cheaply, since analysing every word of a long text is slow."""
    starts = {each[:3] for each in tokens}
    for text in texts:
        for sentence in sentences(text):
            bare = fold(sentence)
            if any(start in bare for start in starts):
                yield sentence


def _matches(text: str, tokens: set[str], language: str) -> list[Match]:
    """``(start, end, tokens found)`` for each word in ``text`` that has any of ``tokens``."""
    found: list[Match] = []
    for start, end, word in spans(text):
        lower = word.lower()
        own = {token(term) for term in word_terms(lower, language) + bare_stems(lower, language)} & tokens
        if own:
            found.append((start, end, own))
    return found


def _all_tokens(query: Sequence[Wanted]) -> set[str]:
    return {each for word in query for each in word.marks()}


def _cut(sentence: str, query: Sequence[Wanted], language: str, exact: Sequence[Spots] = ()) -> str:
    matches = _with_exact(sentence, _matches(sentence, _all_tokens(query), language), exact)
    if len(sentence) <= LONGEST or not matches:
        return _html(sentence[:LONGEST], [match for match in matches if match[1] <= LONGEST])
    first = min((spot for spots in exact for spot in spots(sentence)), default=matches[0][:2])
    start = max(0, first[0] - LONGEST // 3)
    start = sentence.find(" ", start) + 1 if start else 0
    end = sentence.rfind(" ", start, start + LONGEST)
    end = end if end > first[1] else min(len(sentence), max(start + LONGEST, first[1]))
    inside = [(a - start, b - start, words) for a, b, words in matches if a >= start and b <= end]
    return ("… " if start else "") + _html(sentence[start:end], inside) + (" …" if end < len(sentence) else "")


def _html(text: str, matches: Sequence[Match]) -> str:
    parts, place = [], 0
    for start, end, _ in matches:
        parts += [escape(text[place:start]), "<mark>", escape(text[start:end]), "</mark>"]
        place = end
    return "".join([*parts, escape(text[place:])])
