"""What the calendar's text filter asks for, of the meetings that there are and of deleted ones.

Letters as they stand are found by ``OccurrenceQuerySet.mentioning``. Beyond that the search knows words, and what
quotation marks and a minus mean: the room above registers the hooks ``known_words`` and ``query_operators``.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from wagtail import hooks

from ..models.choices import Status
from ..models.mentions import pattern_of

# How people write of a meeting's status, in any form of the word.
_STATUSES = {
    Status.CANCELLED: re.compile(r"\b(?:inst[äa]ll(?:d|da|de|t)|cancell?ed)\b"),
    Status.TENTATIVE: re.compile(r"\b(?:prelimin[äa]r[at]?|tentative|preliminary)\b"),
}


class Word(NamedTuple):
    """``occurs`` says whether a text has the word, in any form or by another word that means the same. ``of_all``:
    each meeting is one, as with "möte"."""

    occurs: Callable[[str], bool]
    of_all: bool = False

    def occurs_in(self, texts):
        return any(text and self.occurs(text) for text in texts)


class Operators(NamedTuple):
    """What a text says by its signs: ``rest`` is the text without them, and the others are ``{as typed: Word}``, of
    phrases that have to stand and of words and phrases that may not."""

    rest: str
    phrases: dict[str, Word]
    without: dict[str, Word]


class Said(NamedTuple):
    """What a meeting must have: ``text`` as it stands, or all ``words`` and one of ``statuses`` (unless there are
    none); and then all ``phrases``. It may have none of ``without``, words or statuses."""

    text: str
    words: list[Word]
    statuses: list[Status]
    phrases: list[Word]
    without: list[Word]
    without_statuses: list[Status]

    @property
    def knows(self):
        """Whether the text asks for anything beside its letters."""
        return bool(self.words or self.statuses)

    def fits(self, texts, status):
        """Whether a meeting with just these ``texts`` and this status, or None if nobody knows it, has it."""
        known = self.knows and self._has_words(texts, status)
        if self.text and not known and not any(map(_letters(self.text).search, texts)):
            return False
        if any(word.occurs_in(texts) for word in self.without) or status in self.without_statuses:
            return False
        return all(phrase.occurs_in(texts) for phrase in self.phrases)

    def _has_words(self, texts, status):
        return status in (None, *(self.statuses or [status])) and all(word.occurs_in(texts) for word in self.words)


@lru_cache(maxsize=16)
def _letters(text):
    return re.compile(pattern_of(text), re.IGNORECASE)


def said(text):
    """The Said of ``text``."""
    operators = operators_of(text)
    rest, statuses = _take_statuses(operators.rest.lower())
    (known_words,) = hooks.get_hooks("known_words")
    found = known_words(rest)
    telling = [word for word in found if not word.of_all]
    words = telling if telling or statuses else found
    without = {typed: _take_statuses(typed.lower())[1] for typed in operators.without}
    return Said(
        operators.rest.strip(),
        words,
        statuses,
        list(operators.phrases.values()),
        [word for typed, word in operators.without.items() if not without[typed]],
        [status for found in without.values() for status in found],
    )


def operators_of(text):
    """The Operators of ``text``."""
    (query_operators,) = hooks.get_hooks("query_operators")
    return query_operators(text)


def inner(text):
    """``text`` as it is written within quotation marks."""
    return re.sub('["”“„«»]', "’", text)


def _take_statuses(text):
    """``(text without them, statuses)``."""
    statuses = []
    for status, forms in _STATUSES.items():
        text, number = forms.subn(" ", text)
        statuses += [status] if number else []
    return text, statuses
