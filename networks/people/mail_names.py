"""A name in e-mail addresses, user names, addresses of pages and names of files. Pure."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal

from .shown_text import bare

LONGEST_LOCAL: Final = 64  # letters before the @ (RFC 5321, section 4.5.3.1.1)
_BEFORE = re.compile(r"[^\W]|[.+\-'’]")
_DOMAIN = re.compile(r"[^\W_](?:[\w-]{0,62})(?:\.[^\W_][\w-]{0,62}){1,8}")
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGRAPHS = str.maketrans({"å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "æ": "ae", "é": "e"})
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

    def kind(self, local: str) -> Literal["", "sure", "near"]:
        """Whether the part before the @ is the name ("anna.berg", "annaberg"), or may be ("a.berg", "aberg")."""
        words = _LETTERS.findall(bare(local))
        return "sure" if self.named(words) or self._glued(words) else "near" if self._shortened(words) else ""

    def in_path(self, path: str) -> bool:
        """Whether an address of a page or the name of a file contains the name."""
        words = _LETTERS.findall(bare(path))
        return self.named(words) or self._glued(words)

    def named(self, words: Sequence[str]) -> bool:
        """Whether ``words`` have the first and the last word of the name near each other, in either order."""
        first, last = self._places(words, self.ways[0]), self._places(words, self.ways[-1])
        inner = all(any(word in ways for word in words) for ways in self.ways[1:-1])
        reach = MOST_BETWEEN + len(self.ways) - 1
        return inner and any(0 < abs(one - other) <= reach for one in first for other in last)

    def _glued(self, words: Sequence[str]) -> bool:
        return any(word in self._joined() for word in words)

    def _joined(self) -> set[str]:
        def join(parts: Sequence[set[str]]) -> set[str]:
            found = {""}
            for ways in parts:
                found = {before + way for before in found for way in ways}
            return found

        return join(self.ways) | join([self.ways[-1], *self.ways[:-1]])

    def _shortened(self, words: Sequence[str]) -> bool:
        initials = {way[0] for way in self.ways[0]}
        if any(start + way in words for start in initials for way in self.ways[-1]):
            return True
        pairs = [*pairwise(words), *((two, one) for one, two in pairwise(words))]
        lasts = {way[0] for way in self.ways[-1]}
        return any(
            (one in initials and two in self.ways[-1]) or (one in self.ways[0] and two in lasts) for one, two in pairs
        )

    @staticmethod
    def _places(words: Sequence[str], ways: set[str]) -> list[int]:
        return [at for at, word in enumerate(words) if word in ways]
