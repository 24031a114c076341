"""A name among the words of a text: in which order, with which middle names, and how surely it is hers. Pure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from .shown_text import BREAK, bare

Why = Literal["", "initial", "spelling", "part", "order", "split", "address", "joined", "apart", "surname", "given"]

MOST_MIDDLE: Final = 4
_WORD = re.compile(r"[^\W_]+")
_NEXT_LINE: Final = r"(?:[^\S\n]*+\n\s*+)?"
_JOINED = re.compile(rf"\s+|[-\u2010\u2011\u2013]{_NEXT_LINE}|['’]|\s+[\"“”'’(«»]|[\"“”'’)«»]\s+")
_AFTER_INITIAL = re.compile(r"\.?\s*|\.?[-\u2010]")
_COMMA = re.compile(r"\s*[,;]\s*")
_SPLIT = re.compile(rf"\s*(?:{BREAK}\s*)+")
_SLUG = re.compile(r"[-_.+\u2010\u2011]{1,2}")
_HYPHENS = re.compile(rf"[-\u2010\u2011]{_NEXT_LINE}")
_PARTICLES_WORDS = """
af al bin da de del den der di du el ibn la le ter van von zu
"""
_PARTICLES = frozenset(_PARTICLES_WORDS.split())
_NO_NAMES_WORDS = """
alla att av bland blev både båda den det där efter eller en ett från för förre han har hon hos här i in inför
inte jag kan med men mot när och om oss på samt sen som så till under ur ut var varit vid vi är å över än a an
and as at but by for from he in is it of on or she the to was we with
"""
_NO_NAMES = frozenset(_NO_NAMES_WORDS.split())


@dataclass(frozen=True)
class Word:
    start: int
    end: int
    text: str  # in lower case
    bare: str  # without accents too
    capital: bool


@dataclass(frozen=True)
class Found:
    """A name in letters ``start`` to ``end`` of a text. ``why`` is empty where it surely is hers."""

    start: int
    end: int
    why: Why = ""


Test = Callable[[Word], bool]


class Words:
    """The words of ``text`` and what stands between them."""

    def __init__(self, text: str) -> None:
        self.text = text
        matches = list(_WORD.finditer(text))
        self.words = [Word(m.start(), m.end(), m[0].lower(), bare(m[0]), m[0][0].isupper()) for m in matches]
        self.gaps = [text[one.end : other.start] for one, other in pairwise(self.words)]

    def __len__(self) -> int:
        return len(self.words)

    def gap(self, at: int) -> str | None:
        """What stands between word ``at`` and the next; None at the ends."""
        return self.gaps[at] if 0 <= at < len(self.gaps) else None

    def joins(self, at: int) -> bool:
        """Whether word ``at`` and the next may be parts of one name."""
        gap = self.gap(at)
        if gap is None:
            return False
        return bool(_JOINED.fullmatch(gap) or (len(self.words[at].text) == 1 and _AFTER_INITIAL.fullmatch(gap)))

    def hyphens(self, at: int) -> bool:
        return bool(_HYPHENS.fullmatch(self.gap(at) or ""))

    def begins_sentence(self, at: int) -> bool:
        gap = self.gap(at - 1)
        return gap is None or any(sign in gap for sign in f".!?:•\n{BREAK}")

    def found(self, first: int, last: int, why: Why = "") -> Found:
        end = self.words[last].end
        genitive = re.compile(r"['’:]s(?![^\W_])").match(self.text, end)
        return Found(self.words[first].start, genitive.end() if genitive else end, why)


def tokens(text: str) -> list[str]:
    return [match[0].lower() for match in _WORD.finditer(text)]


def exact(token: str) -> Test:
    return lambda word: word.text in (token, token + "s")


def exactly(token: str) -> Test:
    return lambda word: word.text == token


def initial(token: str) -> Test:
    return lambda word: word.text == token[0] and word.capital


def close(token: str) -> Test:
    """Another spelling: one letter added, left out, changed or swapped with the next, or accents left out."""
    plain = bare(token)

    def is_close(word: Word) -> bool:
        if not word.capital or word.text in (token, token + "s"):
            return False
        if word.bare in (plain, plain + "s"):
            return True
        if len(token) < 3:
            return False
        return one_edit(word.text, token) or (word.text.endswith("s") and one_edit(word.text[:-1], token))

    return is_close


def one_edit(one: str, other: str) -> bool:
    """Whether one edit (Damerau's: add, remove, change, swap) makes ``one`` of ``other``. Linear."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    rest, remaining = one[at:], other[at:]
    if len(one) == len(other):
        swapped = rest[:2] == remaining[:2][::-1] and rest[2:] == remaining[2:]
        return rest[1:] == remaining[1:] or swapped
    return rest[1:] == remaining if len(one) > len(other) else rest == remaining[1:]


def run(words: Words, first: int, tests: Sequence[Test], given: Sequence[str] = ()) -> tuple[int, bool] | None:
    """``(last word, whether it is sure)`` of a run from word ``first`` whose words pass ``tests`` in order.

    Up to ``MOST_MIDDLE`` middle names or initials may stand between. A word between the first and the last may be the
    initial of ``given[place]``.
    """
    if not tests[0](words.words[first]):
        return None
    at, middle, sure = first, 0, True
    for place, test in enumerate(tests[1:], 1):
        while True:
            if not words.joins(at):
                return None
            at += 1
            word = words.words[at]
            if test(word) or (place < len(tests) - 1 and place < len(given) and word.text == given[place][0]):
                break
            is_middle = _middle(words, at, words.words[first])
            if middle == MOST_MIDDLE or is_middle is None:
                return None
            middle, sure = middle + 1, sure and is_middle
    return at, sure and not (middle > 1 and _in_two_lines(words, first, at))


def _in_two_lines(words: Words, first: int, last: int) -> bool:
    """Whether a line ends between two words that may be of two people: "Anna Lind" and below it "Karl Berg"."""
    return len({"\n" in gap for gap in words.gaps[first:last]}) > 1


def _middle(words: Words, at: int, first: Word) -> bool | None:
    """Whether word ``at`` surely (True) or perhaps (False) is a middle name; None if it is none."""
    word = words.words[at]
    if len(word.text) == 1:
        return True if word.capital or (words.gap(at) or "").startswith(".") else None
    if word.text in _PARTICLES:
        return False
    if word.text in _NO_NAMES or not word.text.isalpha():
        return None
    return True if word.capital else None if first.capital else False


def reversed_run(
    words: Words, first: int, surname: Sequence[Test], given: Sequence[Test]
) -> tuple[int, int, bool] | None:
    """``(first word, last word, whether it is sure)`` of "Surname, Given" or "Surname Given" from word ``first``."""
    found = run(words, first, surname)
    if found is None or found[0] != first + len(surname) - 1:
        return None
    end = found[0]
    while (
        words.hyphens(end)
        and end + 1 < len(words)
        and words.words[end + 1].capital
        and not given[0](words.words[end + 1])
    ):
        end += 1
    gap = words.gap(end)
    if gap is None or not (_COMMA.fullmatch(gap) or gap.isspace()) or ("\n" in gap and are_two_people(words, end)):
        return None
    rest = run(words, end + 1, given)
    if rest is None:
        return None
    last = _with_initials(words, rest[0])
    while words.hyphens(first - 1) and words.words[first - 1].capital:
        first -= 1
    return first, last, rest[1] and not _between_others(words, first, last)


def are_two_people(words: Words, at: int) -> bool:
    """Whether word ``at``, a surname, and the next, a given name, both have their own other name: "Karl Berg" in one
    block or line and "Anna Lind" in the next."""
    before, after = at - 1, at + 2
    if before < 0 or after >= len(words):
        return False
    return all(words.gaps[gap].isspace() for gap in (before, at + 1)) and all(
        words.words[own].capital for own in (before, after)
    )


def _with_initials(words: Words, last: int) -> int:
    """The last word of a name with the initials and hyphened names that follow it ("Berg, Anna K.", "Berg-Lind")."""
    while last + 1 < len(words) and words.words[last + 1].capital:
        word, gap = words.words[last + 1], words.gap(last) or ""
        is_initial = len(word.text) == 1 and (gap.isspace() or gap in (".", ". "))
        if not (words.hyphens(last) or is_initial):
            break
        last += 1
    return last


def _between_others(words: Words, first: int, last: int) -> bool:
    """Whether a surname and a given name may belong to two people ("Karl Berg, Anna Lind") or to a list of places."""
    before, after = words.gap(first - 1), words.gap(last)
    follows = after is not None and after.isspace() and words.words[last + 1].capital
    if before is None:
        return False
    if before.isspace() and words.words[first - 1].capital:
        return follows or not words.begins_sentence(first - 1)
    return bool(_COMMA.fullmatch(before)) and follows


def extended(words: Words, last: int) -> int:
    """The last word of a surname with what is joined to it by hyphens: "Berg-Lindström"."""
    while words.hyphens(last) and words.words[last + 1].capital:
        last += 1
    return last


def is_slug(words: Words, first: int, last: int) -> bool:
    """Whether words ``first`` to ``last`` are joined as in an address or a file name."""
    return last > first and all(_SLUG.fullmatch(words.gaps[at]) for at in range(first, last))


def is_split(words: Words, at: int) -> bool:
    """Whether word ``at`` and the next stand in two blocks, such as two cells of a table."""
    return bool(_SPLIT.fullmatch(words.gap(at) or ""))
