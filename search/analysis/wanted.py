"""Works out what a visitor wants: each word of a query with everything in the index that counts as it. Pure.

``wanted()`` needs a vocabulary (the terms in the index) to find what else a word may mean: longer words that begin or
end with it, words with other dots and, if the index has none of these, a guess.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from . import swedish
from .ages import ages_as_words
from .contacts import take_contacts
from .dates import month_name, take_days, weekday_names
from .guesses import guesses
from .headed import headed
from .relatives import begun, relatives
from .terms import PART, token, word_terms
from .thesaurus import BROADER, LONGEST_PHRASE, NARROWER, NONE, SAME, Way, Ways, apart
from .vocabulary import Vocabulary
from .words import clean, is_common, is_left_out, is_negation, is_stop_word, own_relations, words

LONGEST_QUERY = 200
MOST_WORDS = 12
# Phrases that count as another: a broad word has many narrower ones.
MOST_OTHERS = 40
# How far from each other the words of a phrase may stand.
MOST_BETWEEN = 4
# The weights of matches other than the word itself.
TAKEN_APART, PART_OF_LONGER, HEADED = 0.8, 0.8, 0.55
# What everything else is worth where the site has the very word.
BESIDE_THE_WORD = 0.4
# The same for those who read a translation: few pages are translated, and the word stands in these by chance.
BESIDE_A_FOREIGN_WORD = 0.5
# Phrases for which the words that end with one of theirs are tried too, and how many of these.
LEAST_FOR_LONGER, MOST_ENDING = 0.7, 4


@dataclass(frozen=True)
class Alternative:
    """Terms that together count as the wanted word, rarest first, and their weight: 1 for the word itself."""

    terms: tuple[str, ...]
    weight: float


@dataclass(frozen=True)
class Wanted:
    """A word of a query, or a day, or a phrase that has synonyms, with the alternatives that the index has."""

    text: str
    alternatives: tuple[Alternative, ...]
    # The terms of the word itself.
    own: tuple[str, ...] = ()
    # The alternatives are guesses, since the index has nothing that surely is the word.
    guessed: bool = False
    # The guess is broader or narrower than the word, as the thesaurus says, and not a word that is spelt alike.
    far: bool = False
    # The index does not have the word itself in any form, only what the thesaurus says is the same.
    akin: bool = False

    @property
    def unknown(self) -> bool:
        """Whether the index has nothing that the word could mean."""
        return not self.alternatives

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
) -> list[Wanted]:
    """The words of ``query``. ``ways`` lead from phrases to others (see ``thesaurus``)."""
    rest, contacts = take_contacts(ages_as_words(clean(query[:LONGEST_QUERY]).lower()))
    rest, days = take_days(rest)
    typed = [piece for word in words(rest) for piece in apart(word)]
    meant = _meant(typed, ways, vocabulary, languages)
    found = _with_others(meant, ways, vocabulary, languages, own=own_relations(typed))
    found += [_only(day, day, vocabulary) for day in days]
    found += [_only(written, term, vocabulary) for written, term in contacts]
    return [replace(word, alternatives=_ordered(word.alternatives, vocabulary)) for word in found]


def _only(text: str, term: str, vocabulary: Vocabulary) -> Wanted:
    """What can be nothing but itself: a day, a telephone number, an address."""
    return Wanted(text, (Alternative((term,), 1.0),) if term in vocabulary else (), (term,))


def _ordered(alternatives: Iterable[Alternative], vocabulary: Vocabulary) -> tuple[Alternative, ...]:
    return tuple(replace(each, terms=vocabulary.rarest_first(each.terms)) for each in alternatives)


def _meant(typed: list[str], ways: Ways, vocabulary: Vocabulary, languages: Sequence[str]) -> list[str | Wanted]:
    """The words that say what is meant, and phrases of which some words only ask or deny."""
    said = _exact_phrases(
        [word for word in typed if not is_stop_word(word) or is_negation(word)], ways, vocabulary, languages
    )
    meant = [each for each in said if isinstance(each, Wanted) or not (is_left_out(each) or is_stop_word(each))]
    # "IT" is a stop word too, and something that editors have words for.
    meant = meant or [word for word in typed if not is_stop_word(word)]
    meant = meant or [word for word in typed if ways.from_words([word], languages)]
    if all(isinstance(each, str) and len(each) == 1 for each in meant):
        return []  # a letter or a figure alone says nothing
    return meant[:MOST_WORDS]


def _exact_phrases(
    said: list[str], ways: Ways, vocabulary: Vocabulary, languages: Sequence[str]
) -> list[str | Wanted]:
    """``said`` with each phrase whose words that ask or deny make it what it is ("ingenstans att bo") as one."""
    found: list[str | Wanted] = []
    place = 0
    while place < len(said):
        for length in range(min(LONGEST_PHRASE, len(said) - place), 1, -1):
            typed = said[place : place + length]
            matters = any(is_left_out(word) or is_negation(word) for word in typed)
            if not matters or (place and is_negation(said[place - 1])):
                continue  # the latter is the opposite of what the phrase says
            together = _phrase(typed, ways.from_words(typed, languages), vocabulary, itself=False)
            if not together.unknown:
                found.append(together)
                break
        else:
            length = 1
            found.append(said[place])
        place += length
    return found


def _with_others(
    meant: list[str | Wanted], ways: Ways, vocabulary: Vocabulary, languages: Sequence[str], *, own: set[str]
) -> list[Wanted]:
    """Each word, or as many as are a phrase that others count as: the longest first, then two that are a compound
    written apart ("privata skolor"), then two with others between them ("hjälp till farfar hemma")."""
    found: list[str | Wanted] = []
    place = 0
    while place < len(meant):
        for length in range(min(LONGEST_PHRASE, len(meant) - place), 1, -1):
            typed = [each for each in meant[place : place + length] if isinstance(each, str)]
            if len(typed) < length:
                continue
            known = ways.from_words(typed, languages)
            others = known or _joined(typed, ways, vocabulary)
            meant_together = _phrase(typed, others, vocabulary, akin=bool(known))
            # What no page has as a phrase may be there word by word.
            if others and not meant_together.unknown:
                found.append(meant_together)
                break
        else:
            length = 1
            found.append(meant[place])
        place += length
    found = _across(found, ways, vocabulary, languages)
    # Whose child it is that is bullied says little of what is asked about.
    subject = [each for each in found if each not in own]
    if any(isinstance(each, Wanted) or not is_common(each) for each in subject):
        found = subject
    return [
        each if isinstance(each, Wanted) else _with_other_words(each, ways, vocabulary, languages) for each in found
    ]


def _across(
    words: list[str | Wanted], ways: Ways, vocabulary: Vocabulary, languages: Sequence[str]
) -> list[str | Wanted]:
    """``words`` with two as one that are a phrase though others stand between them, or in the other order."""
    left = list(words)
    for place, first in enumerate(words):
        for last in words[place + 1 : place + 1 + MOST_BETWEEN]:
            if not (isinstance(first, str) and isinstance(last, str)) or first not in left or last not in left:
                continue
            for typed in ([first, last], [last, first]):
                if others := ways.from_words(typed, languages):
                    together = _phrase(typed, others, vocabulary)
                    if not together.unknown:
                        left[left.index(first)] = together
                        left.remove(last)
                        break
    return left


def _joined(typed: Sequence[str], ways: Ways, vocabulary: Vocabulary) -> list[Way]:
    """What two words find if they are one: "förbunds styrelsen", "privata skolor"."""
    if len(typed) != 2 or not vocabulary.rows:
        return []
    first, last = typed
    found: list[Way] = []
    for head in dict.fromkeys([first, swedish.stem(first), swedish.stem(first) + "s"]):
        word = head + last
        if len(head) > 2 and len(last) > 2:
            found += [((swedish.stem(word),), SAME)] if swedish.stem(word) in vocabulary else []
            found += ways.from_words([word], ("sv",))
    return found


def _with_other_words(word: str, ways: Ways, vocabulary: Vocabulary, languages: Sequence[str]) -> Wanted:
    known = ways.from_words([word], languages)
    others = _others(known, vocabulary) or _others(ways.farther([word], languages), vocabulary)
    # A word that editors know is not misspelt, even if the site has nothing about it.
    found = _word(word, vocabulary, languages, guess=not known)
    if found.guessed or not (known or found.alternatives):
        others += [
            replace(each, weight=each.weight * HEADED) for each in _others(headed(word, ways, vocabulary), vocabulary)
        ]
        found = replace(found, guessed=bool(found.alternatives or others))
    scale = _beside(languages) if found.own[0] in vocabulary else 1.0
    alternatives = _best((*found.alternatives, *(replace(each, weight=each.weight * scale) for each in others)))
    far = not found.guessed and _is_far(alternatives)
    akin = bool(others) and not found.alternatives and not far
    return replace(found, alternatives=alternatives, guessed=found.guessed or far, far=far, akin=akin)


def _beside(languages: Sequence[str]) -> float:
    return BESIDE_A_FOREIGN_WORD if languages[0] != "sv" else BESIDE_THE_WORD


def _is_far(alternatives: Sequence[Alternative]) -> bool:
    """Whether the site has nothing that is the same, only what is broader or narrower: that is a guess, too."""
    return bool(alternatives) and all(each.weight < TAKEN_APART for each in alternatives)


def _phrase(
    meant: list[str], ways: Sequence[Way], vocabulary: Vocabulary, *, itself: bool = True, akin: bool = False
) -> Wanted:
    """The words of a phrase as one. Unless ``itself``, its words may not stand for it: they are of the opposite. With
    ``akin`` the ``ways`` lead to other words than those that were typed."""
    own = tuple(swedish.stem(word) for word in meant)
    typed: list[Alternative] = []
    if itself:
        whole = Alternative(own, 1.0)
        typed = [each for each in (whole, *_ending(whole, vocabulary)) if vocabulary.has(each.terms)]
    others = [each for each in _others(ways, vocabulary) if vocabulary.has(each.terms)]
    # Where one of its words leads to a hit, the hit shows it marked.
    apart_from_it = bool(others) and not any(set(own).intersection(each.terms) for each in (*typed, *others))
    return Wanted(" ".join(meant), _best((*typed, *others)), own, akin=akin and apart_from_it)


def _others(ways: Sequence[Way], vocabulary: Vocabulary) -> list[Alternative]:
    """Other words for what was asked that the index has, and longer words that have them in turn."""
    # What is broader is less than what is narrower, but there is far less of it, and it is not crowded out.
    in_turn = sorted(ways, key=lambda way: -1 if way[1] == SAME else way[1] == NARROWER)
    there = (Alternative(stems, weight) for stems, weight in in_turn if vocabulary.has(stems))
    others = list(islice(there, MOST_OTHERS))
    near = [each for each in others if each.weight >= BROADER]
    # What is far only where nothing is near. A phrase may have its words on no page together.
    others = near if any(len(each.terms) == 1 for each in near) else others
    return [*others, *(longer for other in others for longer in _longer(other, vocabulary))]


def _longer(other: Alternative, vocabulary: Vocabulary) -> list[Alternative]:
    """Longer words for another word: äldreomsorgschefer for äldreomsorg, fristående gymnasieskola for ... skola."""
    if len(other.terms) > 1:
        return _ending(other, vocabulary)
    return [Alternative((term,), other.weight * part) for term, part in relatives(other.terms[0], vocabulary)]


def _ending(phrase: Alternative, vocabulary: Vocabulary) -> list[Alternative]:
    """``phrase`` with one of its two words as the end of a longer one."""
    if len(phrase.terms) != 2 or phrase.weight < LEAST_FOR_LONGER:
        return []
    first, last = phrase.terms
    pairs = [(longer, last) for longer in _endings(first, vocabulary)]
    pairs += [(first, longer) for longer in _endings(last, vocabulary)]
    return [Alternative(pair, phrase.weight * PART_OF_LONGER) for pair in pairs if vocabulary.has(pair)]


def _endings(term: str, vocabulary: Vocabulary) -> list[str]:
    bare = token(term)
    return vocabulary.ending(bare)[:MOST_ENDING] if len(bare) > 3 else []


def _best(alternatives: Iterable[Alternative]) -> tuple[Alternative, ...]:
    """Each way once, with its highest weight, in the order in which it came first."""
    found: dict[tuple[str, ...], float] = {}
    for each in alternatives:
        found[each.terms] = max(each.weight, found.get(each.terms, 0.0))
    return tuple(Alternative(terms, weight) for terms, weight in found.items())


def _word(word: str, vocabulary: Vocabulary, languages: Sequence[str], *, guess: bool = True) -> Wanted:
    """``word`` and what counts as it. If the index has none of that, a guess at what was meant."""
    found: dict[tuple[str, ...], float] = {}
    for language in languages:
        stem, *rest = word_terms(word, language)
        found.setdefault((stem,), 1.0)
        if inner := tuple(term.removeprefix(PART) for term in rest):
            found.setdefault(inner, TAKEN_APART)
        for term, weight in relatives(stem, vocabulary):
            found.setdefault((term,), weight)
    own = next(iter(found))
    if own[0] in vocabulary:
        found = {terms: weight if len(terms) == 1 else weight * BESIDE_THE_WORD for terms, weight in found.items()}
    for term, weight in begun(word, vocabulary):
        found.setdefault((term,), weight)
    if month_name(word):
        found.setdefault((swedish.stem(month_name(word)),), SAME)
    for name in weekday_names(word):
        found.setdefault((name,), SAME)
    there = {terms: weight for terms, weight in found.items() if vocabulary.has(terms)}
    # The parts of a compound may stand together by chance, and are better than a guess.
    guessed = guess and not any(len(terms) == 1 for terms in there)
    if guessed:
        there |= {terms: weight for terms, weight in guesses(word, own[0], vocabulary).items() if terms not in there}
    alternatives = tuple(Alternative(terms, weight) for terms, weight in there.items())
    return Wanted(word, alternatives, own, guessed and bool(alternatives))
