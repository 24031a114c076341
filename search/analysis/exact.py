"""Where a text has just what was typed: a phrase in quotation marks, an e-mail address, a telephone number. Pure."""

import re
from collections.abc import Callable, Iterable, Sequence

from .contacts import contact_spans, contact_terms
from .folding import fold
from .operators import pattern
from .wanted import Wanted

# Gives ``[(start, end)]`` of a text.
Spots = Callable[[str], list[tuple[int, int]]]


def exactly(phrases: Iterable[str], query: Sequence[Wanted]) -> list[Spots]:
    """What finds each of ``phrases``, and each address and number of ``query`` however it is written."""
    contacts = [frozenset(contact_terms(word.text)) for word in query]
    return [*map(_phrase, phrases), *(_contact(terms) for terms in contacts if terms)]


def _phrase(typed: str) -> Spots:
    wanted = pattern(typed)

    def spots(text: str) -> list[tuple[int, int]]:
        return [match.span() for match in _find(wanted, text)]

    return spots


def _find(wanted: re.Pattern[str], text: str) -> Iterable[re.Match[str]]:
    """In the folded text, whose places are those of the text unless a letter has become two ("æ")."""
    bare = fold(text)
    return wanted.finditer(bare if len(bare) == len(text) else text.lower())


def _contact(terms: frozenset[str]) -> Spots:
    def spots(text: str) -> list[tuple[int, int]]:
        return [(start, end) for start, end, term in contact_spans(text) if term in terms]

    return spots
