"""The names of what can be found, arranged so that those with some words are found without reading a row. Pure."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest, nsmallest

from .folding import fold
from .ranking import Candidate
from .terms import PART, token
from .wanted import Wanted

# How much a word counts if it is among the facts and not in the name.
FACT = 0.5
MOST_LONGER = 40
_LAST = "\U0010ffff"  # sorts after every letter
# The most rows in which the rows with a word are looked for, the rarest of its terms first.
MOST_PLACES = 4_000


class Names:
    """``rows`` are pairs of a candidate without the terms of its running text, and its titles."""

    def __init__(self, rows: Iterable[tuple[Candidate, Iterable[str]]]) -> None:
        self.candidates: list[Candidate] = []
        titles: list[tuple[str, int]] = []
        self._called: dict[int, list[str]] = {}
        for place, (one, called) in enumerate(rows):
            self.candidates.append(one)
            self._called[one.pk] = [fold(title) for title in called]
            titles += ((title, place) for title in self._called[one.pk])
        self._titles = sorted(titles)
        named: defaultdict[str, list[int]] = defaultdict(list)
        told: defaultdict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(self.candidates):
            # What is said of a document is what people call it: its day, and whether it is minutes.
            said = one.facts if one.kind == "document" else ()
            own = {term.removeprefix(PART) for term in one.owners.union(said, *one.titles)}
            for term in own:
                named[term].append(place)
            for term in one.bare - own:
                told[term].append(place)
        self._named, self._told = dict(named), dict(told)
        self._terms: defaultdict[str, list[str]] = defaultdict(list)
        for term in {**named, **told}:
            self._terms[token(term)].append(term)
        self._ordered = sorted(self._terms)

    def __contains__(self, term: str) -> bool:
        return term in self._named or term in self._told

    def beginning(self, bare: str) -> list[str]:
        """At most ``MOST_LONGER`` terms that begin with ``bare`` (a token) or equal it: first those in most names."""
        first = bisect_left(self._ordered, bare)
        last = bisect_left(self._ordered, bare + _LAST, first)
        found = (term for word in self._ordered[first:last] for term in self._terms[word])
        return nsmallest(MOST_LONGER, found, key=self._rarity)

    def titled(self, text: str, most: int) -> list[Candidate]:
        """At most ``most`` candidates with a title that begins with ``text``, whatever its case and dots."""
        bare = fold(text)
        first = bisect_left(self._titles, (bare, 0))
        last = bisect_left(self._titles, (bare + _LAST, 0), first, min(len(self._titles), first + most))
        return [self.candidates[place] for _, place in self._titles[first:last]] if bare else []

    def is_called(self, one: Candidate, wanted: re.Pattern[str]) -> bool:
        """Whether a title of the candidate, folded, has what is ``wanted``."""
        return any(wanted.search(title) for title in self._called.get(one.pk, ()))

    def best(self, query: Sequence[Wanted], most: int) -> list[Candidate]:
        """At most ``most`` candidates with any word of ``query`` in the name or owner, first those with most of its
        words. In no order that means more: they are to be ranked."""
        numbers: Counter[int] = Counter()
        weights: defaultdict[int, float] = defaultdict(float)
        named: set[int] = set()
        for wanted in query:
            found = self._places(wanted, named)
            numbers.update(found.keys())
            for place, weight in found.items():
                weights[place] += weight
        best = nlargest(most, named, key=lambda place: (numbers[place], weights[place], -place))
        return [self.candidates[place] for place in best]

    def _places(self, wanted: Wanted, named: set[int]) -> dict[int, float]:
        """``{place: weight}`` of the candidates with ``wanted``. Adds those that have it in the name to ``named``."""
        found: dict[int, float] = {}
        for alternative in sorted(wanted.alternatives, key=lambda each: -each.weight):
            weight = alternative.weight
            own = _in_all(self._named, alternative.terms)
            for place in own:
                found[place] = max(weight, found.get(place, 0.0))
            named.update(own)
            if len(found) > MOST_PLACES:
                break
            if len(alternative.terms) == 1:
                for place in self._told.get(alternative.terms[0], ()):
                    found[place] = max(weight * FACT, found.get(place, 0.0))
        return found

    def _rarity(self, term: str) -> tuple[int, int, str]:
        return -len(self._named.get(term, ())), -len(self._told.get(term, ())), term


def _in_all(places: Mapping[str, list[int]], terms: Sequence[str]) -> Iterable[int]:
    if len(terms) == 1:
        return places.get(terms[0], ())
    return set.intersection(*(set(places.get(term, ())) for term in terms)) if terms else ()
