"""Works out what a visitor wants: each word of a query with everything that counts as it. Pure.

``wanted()`` needs a vocabulary (the terms in the index) to find what else a word may mean: longer words that begin or
end with it, other spellings and, if nothing else is found, words that differ by a letter or two.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from . import swedish
from .compounds import is_listed, parts
from .dates import month_name, take_days, weekday_names
from .terms import PART, token, word_terms
from .thesaurus import LONGEST_PHRASE, NONE, Way, Ways, apart, ways_from
from .vocabulary import Vocabulary
from .words import clean, is_stop_word, words

LONGEST_QUERY = 200
MOST_WORDS = 12
MOST_LONGER = 40
# Phrases that count as another: a broad word has many narrower ones.
MOST_OTHERS = 40
# The weights of matches other than the word itself.
FOLDED, LONGER_BEGINS, LONGER_ENDS, TAKEN_APART, MISSPELT, HALF = 0.9, 0.85, 0.6, 0.5, 0.6, 0.4


@dataclass(frozen=True)
class Alternative:
    """Terms that together count as the wanted word, rarest first, and their weight: 1 for the word itself."""

    terms: tuple[str, ...]
    weight: float


@dataclass(frozen=True)
class Wanted:
    """A word of a query, or a day, or a phrase that has synonyms."""

    text: str
    alternatives: tuple[Alternative, ...]
    misspelt: bool = False
    # The word is still being typed.
    unfinished: bool = False

    @property
    def own(self) -> tuple[str, ...]:
        """The terms of the word itself."""
        return self.alternatives[0].terms if self.alternatives else ()

    @property
    def terms(self) -> set[str]:
        return {term for alternative in self.alternatives for term in alternative.terms}

    def tokens(self) -> set[str]:
        """The token of each alternative's rarest term. A row without the token does not have the alternative."""
        return {token(alternative.terms[0]) for alternative in self.alternatives}

    def marks(self) -> set[str]:
        """Tokens that each mean the word by themselves, unlike the pieces of a compound."""
        alone = {token(each.terms[0]) for each in self.alternatives if len(each.terms) == 1}
        return alone if len(self.own) == 1 else alone | {token(term) for term in self.own}


def wanted(
    query: str,
    vocabulary: Vocabulary,
    ways: Ways = NONE,
    *,
    languages: Sequence[str] = ("sv",),
    prefix: bool = False,
) -> list[Wanted]:
    """The words of ``query``. ``ways`` lead from phrases to others (see ``thesaurus``). With ``prefix`` the last word
    is still being typed."""
    rest, days = take_days(clean(query[:LONGEST_QUERY]).lower())
    typed = [piece for word in words(rest) for piece in apart(word)]
    meant = [word for word in typed if not is_stop_word(word)] or ([] if days else typed)
    found = _with_synonyms(meant[:MOST_WORDS], ways, vocabulary, languages)
    if prefix and found and typed[-1] == meant[-1]:
        found[-1] = _still_typed(found[-1], vocabulary)
    found += [Wanted(day, (Alternative((day,), 1.0),)) for day in days]
    return [replace(word, alternatives=_ordered(word.alternatives, vocabulary)) for word in found]


def _ordered(alternatives: Iterable[Alternative], vocabulary: Vocabulary) -> tuple[Alternative, ...]:
    return tuple(replace(each, terms=vocabulary.rarest_first(each.terms)) for each in alternatives)


def _with_synonyms(meant: list[str], ways: Ways, vocabulary: Vocabulary, languages: Sequence[str]) -> list[Wanted]:
    found: list[Wanted] = []
    place = 0
    while place < len(meant):
        for length in range(min(LONGEST_PHRASE, len(meant) - place), 0, -1):
            others = ways_from(meant[place : place + length], ways, languages)
            if others:
                found.append(_phrase(meant[place : place + length], others, vocabulary, languages))
                place += length
                break
        else:
            found.append(_word(meant[place], vocabulary, languages))
            place += 1
    return found


def _phrase(meant: list[str], ways: Sequence[Way], vocabulary: Vocabulary, languages: Sequence[str]) -> Wanted:
    """``meant``, which is no misspelling, and what the site says for it."""
    there = (Alternative(stems, weight) for stems, weight in ways if vocabulary.may_have(stems))
    others = tuple(islice(there, MOST_OTHERS))
    if len(meant) == 1:
        word = _word(meant[0], vocabulary, languages, guess=False)
        return replace(word, alternatives=word.alternatives + others)
    own = Alternative(tuple(swedish.stem(word) for word in meant), 1.0)
    return Wanted(" ".join(meant), (own, *others))


def _word(word: str, vocabulary: Vocabulary, languages: Sequence[str], *, guess: bool = True) -> Wanted:
    """``word`` and what counts as it. If the index has none of that, a guess at the spelling."""
    found: dict[tuple[str, ...], float] = {}
    for language in languages:
        stem, *rest = word_terms(word, language)
        found.setdefault((stem,), 1.0)
        if inner := tuple(term.removeprefix(PART) for term in rest):
            found.setdefault(inner, TAKEN_APART)
        for term, weight in _relatives(stem, vocabulary):
            found.setdefault((term,), weight)
    for term in _begun(word, vocabulary):
        found.setdefault((term,), LONGER_BEGINS)
    if month_name(word):
        found.setdefault((swedish.stem(month_name(word)),), FOLDED)
    for name in weekday_names(word):
        found.setdefault((name,), FOLDED)
    alone = [terms[0] for terms in found if len(terms) == 1]
    misspelt = guess and not any(term in vocabulary for term in alone)
    if misspelt:
        for term, weight in _near(token(next(iter(found))[0]), vocabulary):
            found.setdefault((term,), weight)
            for longer, part in _relatives(term, vocabulary):
                found.setdefault((longer,), weight * part)
            if inner := parts(term):
                found.setdefault(inner, weight * TAKEN_APART)
        found |= dict.fromkeys(_mended(word, vocabulary), MISSPELT * TAKEN_APART)
        if not any(all(term in vocabulary for term in terms) for terms in found):
            found |= dict.fromkeys(_half(word, vocabulary), HALF)
    return Wanted(word, tuple(Alternative(terms, weight) for terms, weight in found.items()), misspelt)


def _mended(word: str, vocabulary: Vocabulary) -> list[tuple[str, ...]]:
    """The parts of a compound, with unknown parts replaced by similar terms in the index."""
    inner = parts(word)
    mended = [
        part if part in vocabulary else next((near for near, _ in _near(token(part), vocabulary)), "")
        for part in inner
    ]
    return [tuple(mended)] if mended and all(mended) and tuple(mended) != inner else []


def _half(word: str, vocabulary: Vocabulary) -> list[tuple[str, ...]]:
    """The longest end of an unknown compound that is in the index, else the longest beginning.

    A short one counts only if it is known to form compounds, or "bibliotekarie" would end with Karin. A word in the
    list is not split, or "frukost" would end with "kost".
    """
    if is_listed(swedish.stem(word)):
        return []
    ends = (swedish.stem(word[place:]) for place in range(2, len(word) - 3))
    beginnings = (swedish.stem(word[:place]) for place in range(len(word) - 2, 3, -1))
    for halves in (ends, beginnings):
        for half in halves:
            if len(half) > 3 and half in vocabulary and (len(half) > 5 or is_listed(half)):
                return [(half,)]
    return []


def _relatives(stem: str, vocabulary: Vocabulary) -> Iterable[tuple[str, float]]:
    """Terms that are ``stem`` with other dots, and longer words that begin or end with it."""
    bare = token(stem)
    for term in vocabulary.spelt(bare):
        yield term, FOLDED
    if len(bare) >= 4 and not bare[0].isdigit():
        for term in vocabulary.beginning(bare)[:MOST_LONGER]:
            yield term, LONGER_BEGINS
    if len(bare) >= 5 and not bare[0].isdigit():
        for term in vocabulary.ending(bare)[:MOST_LONGER]:
            yield term, LONGER_ENDS


def _begun(word: str, vocabulary: Vocabulary) -> list[str]:
    """Longer words that begin with the whole ``word``, whose stem may be too short: "infra", "infrastruktur"."""
    bare = token(word)
    return vocabulary.beginning(bare)[:MOST_LONGER] if len(bare) >= 5 and not bare[0].isdigit() else []


def _still_typed(word: Wanted, vocabulary: Vocabulary) -> Wanted:
    """The unfinished last word of a query: also words that begin with it, if it has two letters or more."""
    # The typed letters need not be a stem: "mötet" begins with "möte", but its stem is "möt".
    bare = token(word.text)
    longer = [term for term in vocabulary.beginning(bare)[:MOST_LONGER] if term not in word.terms]
    added = tuple(Alternative((term,), LONGER_BEGINS) for term in longer) if len(bare) > 1 else ()
    return replace(word, alternatives=word.alternatives + added, unfinished=True)


def _near(bare: str, vocabulary: Vocabulary) -> list[tuple[str, float]]:
    """Terms at most one letter away from ``bare`` (two for at least six letters, three for twelve). If there are none,
    longer terms that begin with such a word."""
    if len(bare) < 4 or any(letter.isdigit() for letter in bare):
        return []
    most = 1 if len(bare) < 6 else 2 if len(bare) < 12 else 3
    whole = {word: [word] for word in vocabulary.bare_words}
    return _nearest(bare, whole, most, vocabulary) or _nearest(bare, vocabulary.begun(len(bare)), most - 1, vocabulary)


def _nearest(
    bare: str, words_of: Mapping[str, list[str]], most: int, vocabulary: Vocabulary
) -> list[tuple[str, float]]:
    """``words_of`` maps what ``bare`` is compared with to the vocabulary's words."""
    matches = process.extract(bare, words_of.keys(), scorer=DamerauLevenshtein.distance, score_cutoff=most, limit=8)
    nearest = min((distance for _, distance, _ in matches), default=0)
    return [
        (term, MISSPELT / (1 + distance - nearest) + (0.1 if match[0] == bare[0] else 0))
        for match, distance, _ in matches
        # In a word with several wrong letters, the first is seldom one of them.
        if distance < 2 or match[0] == bare[0]
        for word in words_of[match]
        for term in vocabulary.spelt(word)
    ]
