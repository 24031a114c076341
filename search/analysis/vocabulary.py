"""The terms in an index, arranged so that words that begin, end or are spelt alike are found fast. Pure."""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from .terms import PART, token


class Vocabulary:
    """``rows`` are the term fields of each findable row: of its title, its facts and its text, and what it has only in
    other languages. Parts of compounds count as words too."""

    def __init__(self, rows: Iterable[Iterable[str]]) -> None:
        self.rows = 0
        # The numbers of the rows that have a term, in order.
        self._having: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        self._lent: set[str] = set()
        self._begun: dict[int, dict[str, list[str]]] = {}
        for fields in rows:
            *own, lent = [*fields, "", "", "", ""][:4]
            for term in _words(*own):
                self._having[term].append(self.rows)
            self._lent.update(_words(lent))
            self.rows += 1
        self._having.default_factory = None

    def __contains__(self, term: str) -> bool:
        return term in self._having or term in self._lent

    def has(self, terms: Sequence[str]) -> bool:
        """Whether a row has all of ``terms``. A single one may be lent."""
        if len(terms) == 1:
            return terms[0] in self
        return all(term in self._having for term in terms) and self._together(terms)

    def _together(self, terms: Iterable[str]) -> bool:
        fewest, *others = sorted((self._having[term] for term in set(terms)), key=len)
        return any(all(_has(rows, row) for rows in others) for row in fewest)

    def rarest_first(self, terms: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(terms, key=self._number))

    def _number(self, term: str) -> int:
        """Of rows that have the term."""
        return len(self._having.get(term, ()))

    def spelt(self, bare: str) -> list[str]:
        """The terms that equal ``bare`` (a token) without dots and accents."""
        return self._by_token.get(bare, [])

    def beginning(self, bare: str) -> list[str]:
        """Longer terms that begin with ``bare``, the most common first."""
        return self._longer(self._forward, bare)

    def ending(self, bare: str) -> list[str]:
        return self._longer(self._backward, bare[::-1], turn=True)

    @cached_property
    def bare_words(self) -> list[str]:
        """Tokens that a person may have meant to type: words in her own language, not figures."""
        words = dict.fromkeys(token(term) for term in self._having)
        return [word for word in words if not any(letter.isdigit() for letter in word)]

    @cached_property
    def whole(self) -> dict[str, list[str]]:
        """``{word: [word]}`` for ``bare_words``."""
        return {word: [word] for word in self.bare_words}

    def begun(self, length: int) -> dict[str, list[str]]:
        """``{first length + 1 letters: [words]}`` for the words with more than ``length`` letters."""
        if length not in self._begun:
            self._begun[length] = self._begun_with(length)
        return self._begun[length]

    def _begun_with(self, length: int) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in self.bare_words:
            if len(word) > length + 1:
                found[word[: length + 1]].append(word)
        return dict(found)

    @cached_property
    def _by_token(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for term in [*self._having, *self._lent.difference(self._having)]:
            found[token(term)].append(term)
        return dict(found)

    @cached_property
    def _forward(self) -> list[str]:
        return sorted(self._by_token)

    @cached_property
    def _backward(self) -> list[str]:
        return sorted(word[::-1] for word in self._by_token)

    def _longer(self, ordered: list[str], start: str, *, turn: bool = False) -> list[str]:
        place = bisect_left(ordered, start)
        found: list[str] = []
        while place < len(ordered) and ordered[place].startswith(start):
            word = ordered[place][::-1] if turn else ordered[place]
            if len(word) > len(start):
                found += self._by_token[word]
            place += 1
        return sorted(found, key=lambda term: (-self._number(term), term))


class AnyWord(Vocabulary):
    """Has each word that is asked for and no others: for what does not depend on the words that the site has."""

    def __init__(self) -> None:
        super().__init__([])

    def __contains__(self, term: str) -> bool:
        return True

    def has(self, terms: Sequence[str]) -> bool:
        return True


def _words(*fields: str) -> set[str]:
    return {term.removeprefix(PART) for field in fields for term in field.split()}


def _has(rows: Sequence[int], row: int) -> bool:
    place = bisect_left(rows, row)
    return place < len(rows) and rows[place] == row
