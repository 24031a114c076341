"""Ranks rows by how well they answer a query. Pure: no database, and "today" is passed in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from math import log

from .dates import is_day
from .relatives import FOLDED
from .terms import PART, terms, word_terms
from .wanted import Wanted
from .words import WHOLE, is_common, words

# A word's weight by where it occurs, and by whether it occurs as part of a compound.
TITLE, DAY, WHERE, OWNER, FACT, TEXT, AS_PART = 1.0, 1.0, 0.95, 0.85, 0.55, 0.35, 0.9
# The weight of a word that the row has only in another language: in its names, and elsewhere.
LENT_NAME, LENT = 0.7, 0.25
KINDS = {"network": 1.4, "page": 0.9, "meeting": 1.1, "document": 0.85}
# For a question about all networks, or about the site.
KINDS_OF_WHOLE = {"network": 0.5, "page": 3.0, "meeting": 0.3, "document": 0.3}
PAST = 0.65
# For networks, if the question is who does something, or which networks do.
WHO, WHICH = 1.4, 2.2
# Of words that mean something together, and stand apart.
APART = 0.5
# For all of a query in a title, and all of a network's name in a query.
WHOLE_IN_TITLE, NAMED = 1.25, 1.5
# The weight of a word that only the other engine found, and of that engine's own order.
HEARD, ENGINE = 0.2, 0.15
# With this many rows that have every word, rows with only most of the words are left out.
ENOUGH = 5
MOST, SOME = 0.5, 0.3
# The weight of a word that is part of the question more often than of its subject, and of one that the site only has
# something broader for.
COMMON, FAR = 0.3, 0.5
# From how many letters a word with a wrong one is hardly another word.
SURE_LENGTH = 7
# The share of the rows that has a general word ("nätverk"), in an index of some size.
GENERAL, LEAST_ROWS = 0.12, 50


@dataclass
class Candidate:
    """What ranking needs to know about a row."""

    pk: int
    kind: str
    title_terms: str
    # The owners' terms are on the first line.
    fact_terms: str
    text_terms: str
    first_day: date | None = None
    last_day: date | None = None
    cancelled: bool = False
    series: bool = False
    network: int | None = None
    place: str = ""
    score: float = 0.0
    named: int = 0
    # From another engine: its score (1 for its best answer) and the positions of the query's words that it found.
    engine: float = 0.0
    heard: frozenset[int] = frozenset()
    # In other languages, the names' terms on the first line.
    lent_terms: str = ""
    titles: list[set[str]] = field(init=False)
    owners: set[str] = field(init=False)
    facts: set[str] = field(init=False)
    texts: set[str] = field(init=False)
    lent_names: set[str] = field(init=False)
    lent: set[str] = field(init=False)
    bare: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.titles = [set(line.split()) for line in self.title_terms.splitlines()]
        owners, _, facts = self.fact_terms.partition("\n")
        self.owners, self.facts = set(owners.split()), set(facts.split())
        self.texts = set(self.text_terms.split())
        lent_names, _, lent = self.lent_terms.partition("\n")
        self.lent_names, self.lent = set(lent_names.split()), set(lent.split())
        whole = set().union(self.owners, self.facts, self.texts, self.lent_names, self.lent, *self.titles)
        self.bare = {term.removeprefix(PART) for term in whole}

    def is_past(self, today: date) -> bool:
        return self.kind == "meeting" and self.last_day is not None and self.last_day < today


def rank(
    candidates: Sequence[Candidate],
    query: Sequence[Wanted],
    rows: int,
    today: date,
    *,
    every: bool = False,
    who: bool = False,
    which: bool = False,
    question: bool = False,
    verb: str = "",
) -> list[Candidate]:
    """The candidates that answer ``query``, best first. ``rows`` is the number of rows in the index.

    A word that the index lacks takes nothing away from what the others find, and a guess only orders it. With
    ``every``, no word may be missing. With ``who``, the query asks who does something, which networks do, and with
    ``which``, for them by that word. A
    ``question`` without a word of its own ("hur många nätverk finns det") is about all of the site, and its ``verb``
    says less than other words.
    """
    if every and any(wanted.unknown for wanted in query):
        return []

    def common(wanted: Wanted) -> bool:
        # "hur prenumererar jag" asks about the verb.
        return is_common(wanted.text) or (who and wanted.text == verb)

    missing = any(wanted.unknown and not common(wanted) for wanted in query)
    query = [wanted for wanted in query if not wanted.unknown] if candidates else []
    if missing and all(map(_is_unsure, query)):
        return []
    if not query:
        return []
    ways = [_Ways(wanted) for wanted in query]
    strengths = [
        [way.strength(candidate) or HEARD * (place in candidate.heard) for place, way in enumerate(ways)]
        for candidate in candidates
    ]
    numbers = [sum(row[place] > 0 for row in strengths) for place in range(len(query))]
    rarity = [
        log(1 + rows / (1 + number)) * _says(wanted, common) for number, wanted in zip(numbers, query, strict=True)
    ]
    whole = sum(rarity) or 1.0
    sure = [place for place, wanted in enumerate(query) if wanted.far or not wanted.guessed] or list(range(len(query)))
    # A word that stands everywhere ("nätverk") says little, and need not be there. A year does.
    most = GENERAL * max(rows, LEAST_ROWS / GENERAL)
    sure = [place for place in sure if not common(query[place])] or sure
    kinds = KINDS
    if question and all(wanted.text == verb or common(wanted) or wanted.text in WHOLE for wanted in query):
        kinds = KINDS_OF_WHOLE
    sure = [place for place in sure if numbers[place] <= most or query[place].text.isdigit()] or sure
    needed = sum(rarity[place] for place in sure) or 1.0
    answers = [
        (candidate, row, sum(rarity[place] for place in sure if row[place]) / needed)
        for candidate, row in zip(candidates, strengths, strict=True)
    ]
    kept = [answer for answer in answers if all(answer[1])] if every else _covered(answers, sure)
    for candidate, row, covered in kept:
        found = sum(weight * strength for weight, strength in zip(rarity, row, strict=True)) / whole
        candidate.named = _named(candidate, query)
        # The weakest word counts too: all words in one place are worth more than one in the title and one far below.
        found = (found + min((row[place] for place in sure if row[place]), default=0.0)) / 2
        candidate.score = found * covered**2 * _standing(candidate, query, today, kinds) * _fit(candidate, query)
        candidate.score *= 1 + ENGINE * candidate.engine
        if kinds is KINDS and candidate.kind == "network":
            candidate.score *= WHICH if which else WHO if who else 1.0
    return in_order([candidate for candidate, _, _ in kept], today)


def _is_unsure(wanted: Wanted) -> bool:
    """Whether a guess is too uncertain to stand for a query of which another word is missing: what is only broader, a
    short word that is spelt alike, or parts of a word."""
    alone = any(len(each.terms) == 1 for each in wanted.alternatives)
    return wanted.guessed and (wanted.far or not alone or len(wanted.text) < SURE_LENGTH)


def _says(wanted: Wanted, common: Callable[[Wanted], bool]) -> float:
    """How much a word says of what is meant, beside how rare it is."""
    if common(wanted):
        return COMMON
    return FAR if wanted.far else 1.0


def in_order(candidates: Sequence[Candidate], today: date) -> list[Candidate]:
    """``candidates`` with their scores, best first."""
    return sorted(candidates, key=lambda one: _order(one, today))


_Answer = tuple[Candidate, list[float], float]


def _covered(answers: list[_Answer], sure: list[int]) -> list[_Answer]:
    """Those with every sure word if they are enough, else also those with most of them, else those with some."""
    full = [answer for answer in answers if all(answer[1][place] for place in sure)]
    if len(full) >= ENOUGH:
        return full
    best = max((covered for _, _, covered in answers), default=0.0)
    least = MOST if full else min(SOME, best) or 1.0
    return [answer for answer in answers if answer[2] >= least]


class _Ways:
    """The alternatives of a wanted word, with single terms separate so that only those that a row has are checked."""

    def __init__(self, wanted: Wanted) -> None:
        self.single: dict[str, float] = {}
        self.joint = [alternative for alternative in wanted.alternatives if len(alternative.terms) > 1]
        self.typed = typed_terms(wanted)
        for alternative in wanted.alternatives:
            if len(alternative.terms) == 1:
                term = alternative.terms[0]
                self.single[term] = max(alternative.weight, self.single.get(term, 0.0))

    def strength(self, candidate: Candidate) -> float:
        """From 0 for a row without the word to 1 for a row with the word itself in its title."""
        shared = self.single.keys() & candidate.bare
        best = max((self.single[term] * _place(term, candidate) for term in shared), default=0.0)
        for alternative in self.joint:
            if candidate.bare.issuperset(alternative.terms):
                best = max(best, alternative.weight * _together(alternative.terms, candidate, self.typed))
        return best


def _together(terms: Sequence[str], candidate: Candidate, typed: frozenset[str]) -> float:
    """The weight of the best place that has all of ``terms``; less if no place has all of them, and 0 if some are
    only in another language, where words stand together by chance.

    So do words that nobody has ``typed``: a text about development, of a meeting that is held by video, is not about
    digital development. They count only in one place (and see ``phrases``).
    """
    places = [(TITLE, title) for title in candidate.titles]
    # In a long text words stand together by chance.
    places += [(OWNER, candidate.owners), (FACT * APART, candidate.facts), (TEXT * APART, candidate.texts)]
    best = max((min(_in(term, found, weight) for term in terms) for weight, found in places), default=0.0)
    if not typed.issuperset(terms):
        return best
    apart = [_own_place(term, candidate) for term in terms]
    return max(best, APART * sum(apart) / len(terms)) if all(apart) else best


def typed_terms(wanted: Wanted) -> frozenset[str]:
    """The terms of the words that were typed, and of the parts of a compound."""
    parts = (term for word in words(wanted.text) for term in word_terms(word))
    return frozenset((*wanted.own, *(term.removeprefix(PART) for term in parts)))


def _place(term: str, candidate: Candidate) -> float:
    """The weight of the best place where ``term`` occurs, as a word or a part; 0 if it does not occur."""
    lent = max(_in(term, candidate.lent_names, LENT_NAME), _in(term, candidate.lent, LENT))
    return max(lent, _own_place(term, candidate))


def _own_place(term: str, candidate: Candidate) -> float:
    """The same without what the row has only in another language."""
    best = 0.0
    for weight, found in ((OWNER, candidate.owners), (FACT, candidate.facts), (TEXT, candidate.texts)):
        best = max(best, _in(term, found, weight))
    if is_day(term) and term in candidate.facts:
        return DAY
    if candidate.place and term in place_terms(candidate.place):
        best = WHERE
    return max([best, *(_in(term, title, TITLE) for title in candidate.titles)])


@lru_cache(maxsize=2_000)
def place_terms(place: str) -> frozenset[str]:
    return frozenset(term for language in ("sv", "en") for term in terms([place], language).split())


def _in(term: str, found: set[str], weight: float) -> float:
    if term in found:
        return weight
    return weight * AS_PART if PART + term in found else 0.0


def _named(candidate: Candidate, query: Sequence[Wanted]) -> int:
    """3 for a network whose current or earlier name is the query, 2 for such a page, and 1 for a network whose name is
    written in other parts ("nätverk förskola")."""
    if candidate.kind not in ("network", "page") or not query:
        return 0
    own = {term for wanted in query for term in wanted.own}
    for title in candidate.titles:
        names = {term for term in title if not term.startswith(PART)}
        if names and (own == names or _all_spelt(names, query)):
            return 3 if candidate.kind == "network" else 2
    parts = [{term.removeprefix(PART) for term in title if term.startswith(PART)} for title in candidate.titles]
    return 1 if candidate.kind == "network" and any(own == found for found in parts if found) else 0


def _all_spelt(names: set[str], query: Sequence[Wanted]) -> bool:
    """Whether each word of the name is in the query, even if without dots or misspelt."""
    return len(query) == len(names) and all(any((name,) in _near_ways(wanted) for wanted in query) for name in names)


def _near_ways(wanted: Wanted) -> set[tuple[str, ...]]:
    least = 0.6 if wanted.guessed else FOLDED
    return {alternative.terms for alternative in wanted.alternatives if alternative.weight >= least}


def _standing(candidate: Candidate, query: Sequence[Wanted], today: date, kinds: Mapping[str, float]) -> float:
    """The weight of the kind of row and, unless the query has a year or day, of whether a meeting is still to come."""
    standing = kinds.get(candidate.kind, 1.0)
    asked = any(_is_day_or_year(wanted.text) for wanted in query)
    if candidate.is_past(today) and not asked:
        standing *= PAST
    if candidate.cancelled:
        standing *= 0.9
    return standing


def _is_day_or_year(text: str) -> bool:
    return is_day(text) or (len(text) == 4 and text.isdigit() and text[:2] in ("19", "20"))


def _fit(candidate: Candidate, query: Sequence[Wanted]) -> float:
    """More for a title with all of the query, and a little more if it has little else."""
    asked = {term for wanted in query for term in wanted.terms}
    title = {term for term in candidate.titles[0] if not term.startswith(PART)} if candidate.titles else set()
    share = len(title & asked) / len(title) if title else 0.0
    fit = 1 + 0.15 * share
    if len(query) < 2:
        return fit
    return fit * max(
        WHOLE_IN_TITLE if _all_in_title(candidate, query) else 1.0, NAMED if _is_within(candidate, query) else 1.0
    )


def _is_within(candidate: Candidate, query: Sequence[Wanted]) -> bool:
    """Whether a network is named by some of the words, as in "sekreterare antagningsnämnden"."""
    if candidate.kind != "network":
        return False
    asked = {term for wanted in query for term in wanted.own}
    names = [{term for term in title if not term.startswith(PART)} for title in candidate.titles]
    return any(name and name <= asked for name in names)


def _all_in_title(candidate: Candidate, query: Sequence[Wanted]) -> bool:
    title = {term.removeprefix(PART) for term in candidate.titles[0]} if candidate.titles else set()
    return all(any(title.issuperset(each.terms) for each in wanted.alternatives) for wanted in query)


def _order(candidate: Candidate, today: date) -> tuple[int, float, bool, int, int]:
    """The sort key. Among equals coming rows are first, the nearest first, then past rows, the latest first."""
    day = candidate.first_day or candidate.last_day
    distance = abs((day - today).days) if day else 0
    return (-candidate.named, -round(candidate.score, 3), candidate.is_past(today), distance, candidate.pk)
