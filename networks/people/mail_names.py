"""A name in e-mail addresses, user names, addresses of pages and names of files. Pure."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal

from .escapes import without_escapes
from .shown_text import bare

LONGEST_LOCAL: Final = 64  # letters before the @ (RFC 5321, section 4.5.3.1.1)
_BEFORE = re.compile(r"[^\W]|[.+\-'’]")
_DOMAIN = re.compile(r"[^\W_](?:[\w-]{0,62})(?:\.[^\W_][\w-]{0,62}){1,8}")
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGRAPHS = str.maketrans({"å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "æ": "ae", "é": "e"})
_SHORT: Final = 3  # letters of each name in the user names that many organisations give
_TELLING: Final = 5  # letters of a user name that say who it is
MOST_BETWEEN: Final = 2  # words of an address between the first and the last of a name


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where the e-mail addresses in ``text`` stand."""
    at = text.find("@")
    while at >= 0:
        start = at
        while start > 0 and at - start < LONGEST_LOCAL and _BEFORE.match(text[start - 1]):
            start -= 1
        domain = _DOMAIN.match(text, at + 1)
        if domain and start < at:
            yield start, domain.end()
        at = text.find("@", at + 1)


class Letters:
    """The words of a name as an address writes them: without accents, or with "aa", "ae" and "oe"."""

    def __init__(self, tokens: Sequence[str]) -> None:
        self.ways = [{bare(token), bare(token.translate(_DIGRAPHS))} for token in tokens]
        self._whole = _joined(self.ways) | _joined([self.ways[-1], *self.ways[:-1]])
        first, last = self.ways[0], self.ways[-1]
        self.joined = self._whole | _joined([first, last]) | _joined([last, first])
        self.short = {made for one in self.ways[0] for other in self.ways[-1] for made in _shortened(one, other)}

    def kind(self, local: str) -> Literal["", "sure", "near"]:
        """Whether the part before the @ is the name ("anna.berg", "annaberg"), or may be ("a.berg", "aberg")."""
        words = _LETTERS.findall(bare(local))
        if self.named(words) or any(word in self._whole for word in words):
            return "sure"
        return "near" if self._glued(words) or self._shortened(words) else ""

    def in_path(self, path: str) -> bool:
        """Whether an address of a page or the name of a file contains the name."""
        words = _LETTERS.findall(bare(without_escapes(path)))
        return self.named(words) or self._glued(words)

    def named(self, words: Sequence[str]) -> bool:
        """Whether ``words`` have the first and the last word of the name near each other, in either order."""
        first, last = self._places(words, self.ways[0]), self._places(words, self.ways[-1])
        inner = all(any(word in ways for word in words) for ways in self.ways[1:-1])
        reach = MOST_BETWEEN + len(self.ways) - 1
        return inner and any(0 < abs(one - other) <= reach for one in first for other in last)

    def _glued(self, words: Sequence[str]) -> bool:
        return any(word in self.joined for word in words)

    def _shortened(self, words: Sequence[str]) -> bool:
        initials = {way[0] for way in self.ways[0]}
        if any(start + way in words for start in initials for way in self.ways[-1]) or not self.short.isdisjoint(
            words
        ):
            return True
        pairs = [*pairwise(words), *((two, one) for one, two in pairwise(words))]
        lasts = {way[0] for way in self.ways[-1]}
        return any(
            (one in initials and two in self.ways[-1]) or (one in self.ways[0] and two in lasts) for one, two in pairs
        )

    @staticmethod
    def _places(words: Sequence[str], ways: set[str]) -> list[int]:
        return [at for at, word in enumerate(words) if word in ways]


def _joined(parts: Sequence[set[str]]) -> set[str]:
    found = {""}
    for ways in parts:
        found = {before + way for before in found for way in ways}
    return found


def _shortened(given: str, surname: str) -> Iterator[str]:
    """Such as "bergann", "annab" and "annber" for "anna" and "berg"."""
    made = {given + surname[:letters] for letters in range(1, _SHORT + 1)}
    made |= {surname + given[:letters] for letters in range(1, _SHORT + 1)}
    made |= {given[:_SHORT] + surname, given[:_SHORT] + surname[:_SHORT], surname[:_SHORT] + given[:_SHORT]}
    return (each for each in made if len(each) >= _TELLING)
