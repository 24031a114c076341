"""What the words of the calendar's text filter ask for, of the meetings that there are and of deleted ones.

Letters as they stand are found by ``OccurrenceQuerySet.mentioning``. Beyond that the search knows words: the room
above registers the hook ``known_words``.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from wagtail import hooks

from ..models.choices import Status

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


class Said(NamedTuple):
    """What a meeting must have: all ``words``, and one of ``statuses`` unless there are none."""

    words: list[Word]
    statuses: list[Status]

    def fits(self, texts, status):
        """Whether a meeting with just these ``texts`` and this status, or None if nobody knows it, has it."""
        return status in (None, *(self.statuses or [status])) and all(word.occurs_in(texts) for word in self.words)


def said(text):
    """The Said of ``text``; None if it asks for nothing that is known."""
    text, statuses = text.lower(), []
    for status, forms in _STATUSES.items():
        text, number = forms.subn(" ", text)
        statuses += [status] if number else []
    (known_words,) = hooks.get_hooks("known_words")
    found = known_words(text)
    telling = [word for word in found if not word.of_all]
    words = telling if telling or statuses else found
    return Said(words, statuses) if words or statuses else None
