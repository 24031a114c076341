"""Finds out which networks are meant by words that somebody uses for it: "socialcheferna", "fullmäktige". Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .terms import PART, token, word_terms
from .thesaurus import SAME
from .wanted import Alternative, Wanted
from .words import is_stop_word, words

# What a network's name may have besides its subject. People leave it out or put it in.
_GENERIC = frozenset(
    token(term)
    for word in ["nätverk", "grupp", "gr", "göteborgsregionen", "s", "network", "group", "göteborg", "region"]
    for term in word_terms(word)[:1]
)
# How sure a word must be to stand for a word of a name, and the parts of a compound to stand for it.
LEAST, LEAST_OF_PARTS = 0.6, 0.5
# The whole name is said, its subject, a word that its subject's begins or ends with, words of the name as they are
# written, or a part of it or another word.
EXACT, BY_SUBJECT, BY_LONGER, NAMED, ONLY_PART = 5, 4, 3, 2, 1
# If more are named, it is no network that is meant.
MOST_MEANT = 8


@dataclass(frozen=True)
class NetworkName:
    """``names``: for each name that network ``key`` has or had, the terms of each of its words (the stem first)."""

    key: int
    names: tuple[tuple[tuple[str, ...], ...], ...]


def network_name(key: int, names: Iterable[tuple[str, str]]) -> NetworkName:
    """``names`` are ``(name, language)``."""
    return NetworkName(key, tuple(_analysed(name, language) for name, language in names))


def _analysed(name: str, language: str) -> tuple[tuple[str, ...], ...]:
    kept = [word for word in words(name) if not is_stop_word(word)]
    return tuple(tuple(token(term) for term in word_terms(word, language)) for word in kept)


def meant(query: Sequence[Wanted], networks: Iterable[NetworkName], *, part: bool) -> tuple[int, ...]:
    """The keys of the networks that ``query`` names: one if it is certain, none if none or too many may be meant.

    With ``part``, words from a name are enough, and several networks may be meant: those that have the words equally.
    """
    if all(token(term) in _GENERIC for wanted in query for term in wanted.own):
        return ()
    levels: dict[int, list[int]] = {}
    for network in networks:
        level = max((_level(query, name) for name in network.names), default=0)
        levels.setdefault(level, []).append(network.key)
    best = max(levels, default=0)
    found = levels.get(best, [])
    if part and best == BY_LONGER:
        # "arbetsmarknad" begins "Arbetsmarknadschefer" and is a word of "Beredningsgruppen för arbetsmarknad".
        found = found + levels.get(NAMED, [])
    if best == 0 or (not part and (best < BY_LONGER or len(found) > 1)):
        return ()
    return tuple(found) if len(found) <= MOST_MEANT else ()


def _level(query: Sequence[Wanted], name: tuple[tuple[str, ...], ...]) -> int:
    """How much of ``name`` the query says; 0 if a word of the query is not in it."""
    said: set[str] = set()
    surely: set[str] = set()
    for wanted in query:
        there = [(each, found) for each in wanted.alternatives if (found := _in_name(each, name))]
        if (not there or wanted.far) and not _is_generic(wanted):
            return 0
        said.update(*(found for _, found in there))
        surely.update(*(found for each, found in there if wanted.guessed or _is_same(each)))
    if not said:
        return 0
    own = {token(term) for wanted in query for term in wanted.own}
    stems = {word[0] for word in name}
    if own == stems:
        return EXACT
    if all(_is_said(word, surely) for word in name):
        return BY_SUBJECT
    if all(_is_said(word, said) for word in name):
        return BY_LONGER
    return NAMED if own - _GENERIC and own - _GENERIC <= stems else ONLY_PART


def _is_same(alternative: Alternative) -> bool:
    """Whether it is the word itself, another for the same or its parts, and not a longer word."""
    return len(alternative.terms) > 1 or alternative.weight >= SAME


def _is_generic(wanted: Wanted) -> bool:
    return any(token(term) in _GENERIC for term in wanted.own)


def _in_name(alternative: Alternative, name: tuple[tuple[str, ...], ...]) -> set[str]:
    """The terms of ``alternative`` if a name has it: one term anywhere, several in one word or, for a phrase, all."""
    terms = {token(term.removeprefix(PART)) for term in alternative.terms}
    if len(alternative.terms) == 1:
        return terms if alternative.weight >= LEAST and any(terms <= set(word) for word in name) else set()
    if alternative.weight >= LEAST_OF_PARTS and any(terms <= set(word) for word in name):
        return terms
    everything = {term for word in name for term in word}
    return terms if alternative.weight > LEAST and terms <= everything else set()


def _is_said(word: tuple[str, ...], said: set[str]) -> bool:
    """Whether the query has the word, or all its parts but such as "nätverk"."""
    stem, *parts = word
    if stem in said or stem in _GENERIC:
        return True
    return bool(parts) and all(part in said or part in _GENERIC for part in parts)
