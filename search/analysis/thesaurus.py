"""Which phrases find each other, made once from groups of words that editors own. Pure.

A group has Swedish and English words for one thing, what is broader than it, and what else to see. What is broader is
named by a word of its group, and then the whole of that group is meant. Relations are not followed further: what is
broader than the broader is found only where nothing else is: see ``Ways.farther``.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from . import english, swedish
from .folding import fold
from .terms import word_terms
from .words import is_asking, is_common, is_left_out, is_negation, is_stop_word, pieces, words

# The weights of a match. NARROWER: the broader word was asked for and the narrower found.
SAME, NARROWER, BROADER, SEE_ALSO, FARTHER = 0.9, 0.7, 0.5, 0.3, 0.3
# A phrase of more words, or further phrases of a group, are left out: what follows from a group grows as its square.
LONGEST_PHRASE, MOST_PHRASES = 8, 40
_BETWEEN: Final = re.compile(r"[,;\t]")
_LIST_SIGN: Final = re.compile(r"^\s*[-–—•·*]\s+")
# Begins the keys of English phrases, so that a Swedish stem ("art") is no English word.
_ENGLISH: Final = "en:"

Phrase = tuple[str, ...]
Way = tuple[Phrase, float]


class Group(NamedTuple):
    """Phrases as people write them, in any case. ``broader`` and ``related`` ("see also") are of any language."""

    swedish: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


class _Form(NamedTuple):
    """A phrase: what it is looked up by, and what a row that has it holds, in each way of stemming.

    ``exact`` is the key with what only asks or denies ("vågar inte gå till skolan"), empty if nothing does.
    """

    key: Phrase
    stems: tuple[Phrase, ...]
    exact: Phrase = ()
    # The key of the phrase typed without dots and rings; empty for an English one.
    bare: Phrase = ()


def phrase(text: str) -> str:
    """The words of ``text`` in lower case with single spaces; '' if it has none."""
    return " ".join(words(text))


def phrases(text: str) -> tuple[str, ...]:
    """The different phrases of ``text``, which has commas between them."""
    return tuple(dict.fromkeys(filter(None, map(phrase, text.split(",")))))


def joined(text: str) -> str:
    """``text`` with commas between what stands on lines of its own, between semicolons or in cells of a table, and
    without the signs that begin the lines of a list."""
    each = (_LIST_SIGN.sub("", part).strip() for line in text.splitlines() for part in _BETWEEN.split(line))
    return ", ".join(filter(None, each))


def is_usable(text: str) -> bool:
    """Whether ``text`` is a phrase that can lead to others: a word at least, and not more than ``LONGEST_PHRASE``."""
    return bool(_read(text).meant)


def apart(word: str) -> list[str]:
    """The words joined by a hyphen ("hr-chefer"), unless one is a single letter ("e-tjänst")."""
    joined = pieces(word)
    return joined if all(len(piece) > 1 for piece in joined) else [word]


def with_pairs(groups: Iterable[Group], pairs: Iterable[tuple[str, str]]) -> list[Group]:
    """``groups`` plus ``pairs`` (abbreviation, what it stands for), both as of ``phrase``.

    A pair joins the first group that has either phrase, or becomes a group. A pair with an empty phrase, or with the
    same phrase twice, is left out.
    """
    joined = list(groups)
    place_of: dict[str, int] = {}
    for place, group in enumerate(joined):
        for each in (*group.swedish, *group.english):
            place_of.setdefault(phrase(each), place)
    for pair in pairs:
        short, long = pair
        if not short or not long or short == long:
            continue
        place = min((place_of[each] for each in pair if each in place_of), default=len(joined))
        if place == len(joined):
            joined.append(Group())
        group = joined[place]
        known = {phrase(each) for each in (*group.swedish, *group.english)}
        joined[place] = group._replace(swedish=(*group.swedish, *(each for each in pair if each not in known)))
        for each in pair:
            place_of.setdefault(each, place)
    return joined


class Ways(Mapping[Phrase, Sequence[Way]]):
    """What each phrase of ``groups`` finds, and how well: ``{key of a phrase: (stems of another phrase, weight)}``,
    heaviest first. No phrase finds itself.

    A phrase's ways are worked out when they are asked for: all of them are thirty times the words.
    """

    def __init__(self, groups: Iterable[Group]) -> None:
        groups = list(groups)
        self._forms = [_forms(group) for group in groups]
        self._having: defaultdict[Phrase, list[tuple[int, _Form]]] = defaultdict(list)
        for place, forms in enumerate(self._forms):
            for form in forms:
                for key in dict.fromkeys(filter(None, (form.key, form.exact))):
                    self._having[key].append((place, form))
        self._weights: defaultdict[int, dict[int, float]] = defaultdict(dict)
        for place, group in enumerate(groups):
            self._relate(place, group.broader, BROADER, NARROWER)
            self._relate(place, group.related, SEE_ALSO, SEE_ALSO)
        self._add_bare_keys()
        self._add_loose_keys()

    def __getitem__(self, key: Phrase) -> Sequence[Way]:
        found: dict[Phrase, float] = {}
        for place, form in self._having.get(key, ()):
            for other, weight in ((place, SAME), *self._weights.get(place, {}).items()):
                for stems in (stems for each in self._forms[other] for stems in each.stems):
                    if stems not in form.stems:
                        found[stems] = max(weight, found.get(stems, 0))
        if not found:
            raise KeyError(key)
        return sorted(found.items(), key=lambda way: -way[1])

    def from_words(self, typed: Sequence[str], languages: Sequence[str]) -> Sequence[Way]:
        """From a phrase of ``typed`` words (lower case, taken apart). A word that is English as well as Swedish is
        meant as English only by those who read in English, the first of ``languages``."""
        keys = [*_keys(typed, languages), *_loose_keys(typed, languages)]
        return next(filter(None, (self.get(key, ()) for key in keys)), ())

    def farther(self, typed: Sequence[str], languages: Sequence[str]) -> Sequence[Way]:
        """To what is broader than the broader, for a site that has nothing nearer. No further: the third step is
        broader than what anybody means."""
        keys = [*_keys(typed, languages), *_loose_keys(typed, languages)]
        key = next((key for key in keys if key in self._having), ())
        own = {place for place, _ in self._having.get(key, ())}
        near = {place for each in own for place in self._above(each)}
        far = {place for each in near for place in self._above(each)} - near - own
        return [(stems, FARTHER) for place in sorted(far) for form in self._forms[place] for stems in form.stems]

    def _above(self, place: int) -> list[int]:
        return [other for other, weight in self._weights.get(place, {}).items() if weight == BROADER]

    def __iter__(self) -> Iterator[Phrase]:
        return (key for key in self._having if self.get(key))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _relate(self, place: int, texts: Iterable[str], there: float, back: float) -> None:
        for other in (found for text in texts for found in self._places_of(text)):
            if other != place and self._forms[place]:
                self._weights[place][other] = max(there, self._weights[place].get(other, 0))
                self._weights[other][place] = max(back, self._weights[other].get(place, 0))

    def _places_of(self, text: str) -> list[int]:
        """The groups that ``text`` names: those that begin with it, else one that has it. What no group has becomes a
        group. So a new group that begins with a word takes nothing from the one that had it."""
        form = _swedish_form(text)
        if not form.key:
            return []
        having = self._having.get(form.key) or self._having.get(_english_form(text).key)
        if not having:
            self._forms.append([form])
            having = self._having[form.key] = [(len(self._forms) - 1, form)]
        return [place for place, each in having if each is self._forms[place][0]] or [having[0][0]]

    def _add_bare_keys(self) -> None:
        """A phrase may be typed without dots, unless that is another phrase or says nothing ("åttor", "att")."""
        for form in [form for forms in self._forms for form in forms if form.bare]:
            if all(map(is_stop_word, form.bare)):
                continue
            self._having.setdefault(form.bare, self._having[form.key])

    def _add_loose_keys(self) -> None:
        """An English phrase may be typed in other forms of its words, unless that is another phrase."""
        for key in [key for key in self._having if len(key) > 1 and key[0].startswith(_ENGLISH)]:
            self._having.setdefault(_english_stems(word.removeprefix(_ENGLISH) for word in key), self._having[key])


NONE: Final = Ways([])


def _keys(typed: Sequence[str], languages: Sequence[str]) -> list[Phrase]:
    ours, theirs = _swedish_key(typed), _english_key(typed)
    return [theirs, ours] if languages[:1] == ("en",) else [ours, theirs]


def _loose_keys(typed: Sequence[str], languages: Sequence[str]) -> list[Phrase]:
    """Of English phrases in other forms ("changing careers"), for those who read in English. A word alone has too many
    meanings: "park" is not "parking"."""
    return [_english_stems(typed)] if len(typed) > 1 and languages[:1] == ("en",) else []


def _forms(group: Group) -> list[_Form]:
    named = [_swedish_form(each) for each in group.swedish] + [_english_form(each) for each in group.english]
    return [form for form in named if form.key][:MOST_PHRASES]


def _swedish_form(text: str) -> _Form:
    read = _read(text)
    return _Form(
        _swedish_key(read.meant), _distinct([_stems(read.held, "sv")]), _swedish_key(read.exact),
        _swedish_key(map(fold, read.meant)),
    )  # fmt: skip


def _english_form(text: str) -> _Form:
    read = _read(text)
    # A Swedish page may hold the English words too, and has them with Swedish stems.
    stems = _distinct([_stems(read.held, "en"), _stems(read.held, "sv")])
    return _Form(_english_key(read.meant), stems, _english_key(read.exact))


class _Read(NamedTuple):
    """The words of a phrase: as a query would have them, with what asks and denies, and as a row would have them."""

    meant: Sequence[str] = ()
    exact: Sequence[str] = ()
    held: Sequence[str] = ()


def _read(text: str) -> _Read:
    """Without stop words, unless the phrase has no others ("IT"). Empty for too many words.

    What denies is what makes the phrase: without "inte", "inte gå till skolan" is nothing but "skolan". So no single
    word is left of it, and no row is known to have it by its other words.
    """
    every = [piece for word in words(text) for piece in apart(word)]
    typed = [word for word in every if not is_stop_word(word)] or every
    meant = [word for word in typed if not is_left_out(word)] or typed
    exact = [word for word in every if not is_stop_word(word) or is_negation(word)]
    denies = any(map(is_negation, every)) and len(exact) > 1
    if max(len(meant), len(exact)) > LONGEST_PHRASE:
        return _Read()
    if denies and len(meant) == 1:
        meant = exact
    # What is left of a phrase may say too little: who has somewhere to live asks for no life.
    says_little = len(every) > 1 and all(is_left_out(word) or is_common(word) for word in meant)
    held = [] if denies or says_little else [word for word in typed if not is_asking(word)] or typed
    return _Read(meant, exact if len(exact) > len(meant) else (), held)


def _swedish_key(typed: Iterable[str]) -> Phrase:
    return tuple(swedish.stem(word) for word in typed)


def _english_key(typed: Iterable[str]) -> Phrase:
    """Singulars and no stems: "park" is not "parking"."""
    return tuple(_ENGLISH + english.singular(word) for word in typed)


def _english_stems(typed: Iterable[str]) -> Phrase:
    return tuple(_ENGLISH + english.stem(word).removesuffix("e") for word in typed)


def _stems(typed: Iterable[str], language: str) -> Phrase:
    """Stop words are in no row."""
    return tuple(word_terms(word, language)[0] for word in typed if not is_stop_word(word))


def _distinct(stems: Iterable[Phrase]) -> tuple[Phrase, ...]:
    return tuple(dict.fromkeys(each for each in stems if each))
