"""Which phrases find each other, made once from groups of words that editors own. Pure.

A group has Swedish and English words for one thing, what is broader than it, and what else to see. What is broader is
named by a word of its group, and then the whole of that group is meant. Relations are not followed further: what is
broader than the broader is not found.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from . import english, swedish
from .folding import fold
from .terms import word_terms
from .words import is_stop_word, pieces, words

# The weights of a match. NARROWER: the broader word was asked for and the narrower found.
SAME, NARROWER, BROADER, SEE_ALSO = 0.9, 0.7, 0.5, 0.3
# A phrase of more words, or further phrases of a group, are left out: what follows from a group grows as its square.
LONGEST_PHRASE, MOST_PHRASES = 8, 40
# Begins the keys of English phrases, so that a Swedish stem ("art") is no English word.
_ENGLISH: Final = "en:"

Phrase = tuple[str, ...]
Way = tuple[Phrase, float]
# {key of a phrase: (stems of another phrase, weight), heaviest first}. ``ways_from`` knows the keys.
Ways = Mapping[Phrase, Sequence[Way]]
NONE: Final[Ways] = {}


class Group(NamedTuple):
    """Phrases as people write them, in any case. ``broader`` and ``related`` ("see also") are of any language."""

    swedish: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


class _Form(NamedTuple):
    """A phrase: what it is looked up by, and what a row that has it holds, in each way of stemming."""

    key: Phrase
    stems: tuple[Phrase, ...]
    # The key of the phrase typed without dots and rings; empty for an English one.
    bare: Phrase = ()


def phrase(text: str) -> str:
    """The words of ``text`` in lower case with single spaces; '' if it has none."""
    return " ".join(words(text))


def phrases(text: str) -> tuple[str, ...]:
    """The different phrases of ``text``, which has commas between them."""
    return tuple(dict.fromkeys(filter(None, map(phrase, text.split(",")))))


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


def ways(groups: Iterable[Group]) -> Ways:
    """What each phrase of ``groups`` finds, and how well. No phrase finds itself."""
    found: dict[Phrase, dict[Phrase, float]] = {}
    each_group = [(group, _forms(group)) for group in groups]
    having = _having([forms for _, forms in each_group])
    for group, forms in each_group:
        _join(found, forms, forms, SAME, SAME)
        _join(found, forms, _meant(group.broader, having), BROADER, NARROWER)
        _join(found, forms, _meant(group.related, having), SEE_ALSO, SEE_ALSO)
    # A phrase may be typed without dots, unless that is another phrase.
    for form in (form for _, forms in each_group for form in forms if form.bare):
        found.setdefault(form.bare, found[form.key])
    return {key: tuple(sorted(into.items(), key=lambda way: -way[1])) for key, into in found.items() if into}


def ways_from(typed: Sequence[str], ways: Ways, languages: Sequence[str]) -> Sequence[Way]:
    """The ways from a phrase of ``typed`` words (lower case, taken apart). A word that is English as well as Swedish
    is meant as English only by those who read in English, the last of ``languages``."""
    ours, theirs = _swedish_key(typed), _english_key(typed)
    first, second = (theirs, ours) if languages[-1:] == ("en",) else (ours, theirs)
    return ways.get(first) or ways.get(second, ())


def _forms(group: Group) -> list[_Form]:
    named = [_swedish_form(each) for each in group.swedish] + [_english_form(each) for each in group.english]
    return [form for form in named if form.key][:MOST_PHRASES]


def _having(groups: Sequence[list[_Form]]) -> dict[Phrase, list[_Form]]:
    """``{key of a phrase: all forms of the group that has it}``; of several groups the one that begins with it."""
    having: dict[Phrase, list[_Form]] = {}
    for forms in groups:
        for form in forms[:1]:
            having.setdefault(form.key, forms)
    for forms in groups:
        for form in forms[1:]:
            having.setdefault(form.key, forms)
    return having


def _meant(texts: Iterable[str], having: Mapping[Phrase, list[_Form]]) -> list[_Form]:
    """The forms of the groups that ``texts`` name; a text that no group has stands for itself."""
    meant: list[_Form] = []
    for text in texts:
        form, english_form = _swedish_form(text), _english_form(text)
        if form.key:
            meant += having.get(form.key) or having.get(english_form.key) or [form]
    return meant[: 4 * MOST_PHRASES]


def _join(
    found: dict[Phrase, dict[Phrase, float]], forms: list[_Form], others: list[_Form], there: float, back: float
) -> None:
    for form in forms:
        found.setdefault(form.key, {})
        for other in others:
            _lead(found, form, other, there)
            _lead(found, other, form, back)


def _lead(found: dict[Phrase, dict[Phrase, float]], form: _Form, other: _Form, weight: float) -> None:
    into = found.setdefault(form.key, {})
    for stems in other.stems:
        if stems not in form.stems:
            into[stems] = max(weight, into.get(stems, 0))


def _swedish_form(text: str) -> _Form:
    typed = _typed(text)
    return _Form(_swedish_key(typed), _distinct([_stems(typed, "sv")]), _swedish_key(map(fold, typed)))


def _english_form(text: str) -> _Form:
    typed = _typed(text)
    # A Swedish page may hold the English words too, and has them with Swedish stems.
    return _Form(_english_key(typed), _distinct([_stems(typed, "en"), _stems(typed, "sv")]))


def _typed(text: str) -> list[str]:
    """The words of a phrase as a query would have them: without stop words, unless it has no others ("IT"). Empty for
    too many."""
    typed = [piece for word in words(text) for piece in apart(word)]
    typed = [word for word in typed if not is_stop_word(word)] or typed
    return typed if len(typed) <= LONGEST_PHRASE else []


def _swedish_key(typed: Iterable[str]) -> Phrase:
    return tuple(swedish.stem(word) for word in typed)


def _english_key(typed: Iterable[str]) -> Phrase:
    """Singulars and no stems: "park" is not "parking"."""
    return tuple(_ENGLISH + english.singular(word) for word in typed)


def _stems(typed: Iterable[str], language: str) -> Phrase:
    """Stop words are in no row."""
    return tuple(word_terms(word, language)[0] for word in typed if not is_stop_word(word))


def _distinct(stems: Iterable[Phrase]) -> tuple[Phrase, ...]:
    return tuple(dict.fromkeys(each for each in stems if each))
