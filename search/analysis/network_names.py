"""Finds out which network is meant by words that somebody uses for it: "socialcheferna", "fullmäktige". Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .terms import PART, token, word_terms
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
EXACT, BY_SUBJECT, ONLY_PART = 3, 2, 1


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


def meant(query: Sequence[Wanted], networks: Iterable[NetworkName], *, part: bool) -> int | None:
    """The key of the network that ``query`` names; None if none or several may be meant.

    With ``part``, words from its name are enough if no other network has them.
    """
    if all(token(term) in _GENERIC for wanted in query for term in wanted.own):
        return None
    levels: dict[int, list[int]] = {}
    for network in networks:
        level = max((_level(query, name) for name in network.names), default=0)
        levels.setdefault(level, []).append(network.key)
    best = max((level for level in levels if level >= (ONLY_PART if part else BY_SUBJECT)), default=0)
    found = levels.get(best, []) if best else []
    return found[0] if len(found) == 1 else None


def _level(query: Sequence[Wanted], name: tuple[tuple[str, ...], ...]) -> int:
    """How much of ``name`` the query says; 0 if a word of the query is not in it."""
    said: set[str] = set()
    for wanted in query:
        terms = [found for alternative in wanted.alternatives if (found := _in_name(alternative, name))]
        if (not terms or wanted.far) and not _is_generic(wanted):
            return 0
        said.update(*terms)
    if not said:
        return 0
    own = {token(wanted.own[0]) for wanted in query if wanted.own}
    if own == {word[0] for word in name}:
        return EXACT
    return BY_SUBJECT if all(_is_said(word, said) for word in name) else ONLY_PART


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
