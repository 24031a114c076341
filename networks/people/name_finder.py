"""Finds a name in a text as a reader sees it: surely hers, or for a person to decide. Pure."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from .mail_names import Letters, addresses
from .name_words import (
    Found,
    Test,
    Why,
    Word,
    Words,
    are_two_people,
    close,
    exact,
    exactly,
    extended,
    initial,
    is_slug,
    is_split,
    reversed_run,
    run,
)
from .nearby import apart, joined, named
from .shown_text import Shown, bare, merged, overlaps

_AT = re.compile(r"\s*[\[(]\s*(?:at|a|snabel-?a)\s*[\])]", re.IGNORECASE)
# How far from her given name her organisation may stand.
_BESIDE = 60
_NEAREST = 3  # words between the two words of a slug


class Finder:
    """``parts`` are the words of the name, in order; ``others`` exact texts that only she has, such as an address.

    ``organisations`` are words that name where she sits.
    """

    def __init__(self, parts: Sequence[str], others: Sequence[str] = (), organisations: Sequence[str] = ()) -> None:
        self.parts = list(parts)
        self.letters = Letters(self.parts)
        self.others = [
            re.compile(rf"(?<![\w.+-]){re.escape(other)}(?![\w-])", re.IGNORECASE) for other in others if other
        ]
        self.organisations = [re.compile(rf"(?<!\w){re.escape(word)}", re.IGNORECASE) for word in organisations]
        beginnings = {way for ways in self.letters.ways for way in ways}
        beginnings |= {self.parts[0][0] + way for way in self.letters.ways[-1]}
        beginnings |= {bare(self.parts[0])[0] + way for way in self.letters.ways[-1]}
        beginnings |= self.letters.short
        self._hint = re.compile(
            "|".join([rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, sorted(beginnings)))})",
                      *(re.escape(bare(other)) for other in others if other)])
        )  # fmt: skip

    def may_be_in(self, text: str) -> bool:
        """Whether ``text`` (as ``bare`` gives it) has a word of the name. A quick no; "yes" means look closer."""
        return bool(self._hint.search(text))

    def sure(self, shown: Shown) -> list[Found]:
        """Where the name surely is, also partly read through hyphens, middle names, order and genitive."""
        words = Words(shown.text)
        forward = [found for at in range(len(words)) for found in self._forward(words, at) if not found.why]
        taken = merged([(found.start, found.end) for found in forward])
        backward = [found for at in range(len(words)) for found in self._backward(words, at) if not found.why]
        return [
            *forward,
            *(found for found in backward if not overlaps((found.start, found.end), taken)),
            *(found for found in self._mail(shown.text) if not found.why),
            *(found for at in range(len(words)) for found in self._slug(words, at) if not found.why),
            *(Found(*match.span()) for other in self.others for match in other.finditer(shown.text)),
        ]

    def near(self, shown: Shown, taken: list[tuple[int, int]], *, surname: bool = False) -> Iterator[Found]:
        """What may be the name, apart from ``taken`` (merged). With ``surname``, also the surname by itself."""
        words = Words(shown.text)
        covered = bytearray(len(shown.text))
        for start, end in taken:
            covered[start:end] = b"\1" * (end - start)
        ways = self._mail(shown.text), self._nearly(words), self._apart(words), self._alone(words, shown.text, surname)
        for found in chain.from_iterable(ways):
            if found.why and not any(covered[found.start : found.end]):
                covered[found.start : found.end] = b"\1" * (found.end - found.start)
                yield found

    def _forward(self, words: Words, at: int) -> Iterator[Found]:
        tests = [*map(_given, self.parts[:-1]), exact(self.parts[-1])]
        found = run(words, at, tests, self.parts)
        if found is None:
            return
        last, sure = found
        if is_slug(words, at, last):
            yield words.found(at, last, "address")
        elif words.hyphens(at - 1) and words.words[at - 1].capital:
            yield words.found(at - 1, extended(words, last), "part")
        else:
            yield words.found(at, extended(words, last), "" if sure else "part")

    def _backward(self, words: Words, at: int) -> Iterator[Found]:
        for split in range(1, len(self.parts)):
            given, surname = self.parts[:split], self.parts[split:]
            tests = [*map(_given, given[:-1]), exact(given[-1])]
            found = reversed_run(words, at, [exactly(part) for part in surname], tests)
            if found:
                yield words.found(found[0], found[1], "" if found[2] else "order")

    def _mail(self, text: str) -> Iterator[Found]:
        for start, end in addresses(text):
            kind = self.letters.kind(text[start : text.index("@", start)])
            if kind:
                yield Found(start, end, "" if kind == "sure" else "address")

    def _nearly(self, words: Words) -> Iterator[Found]:
        pairs = self._near_pairs()
        for at in range(len(words)):
            yield from (found for found in (*self._forward(words, at), *self._backward(words, at)) if found.why)
            for why, one, other in pairs:
                found = run(words, at, (one, other))
                # A given name of two parts is not hers alone: "Anna-Karin Lind" is not "Anna-Karin Berg".
                if found and not (why == "part" and words.hyphens(at) and found[0] == at + 1):
                    yield words.found(at, found[0], why)
                back = reversed_run(words, at, [other], [one])
                if back:
                    yield words.found(back[0], back[1], why)
            yield from self._split(words, at)
            yield from self._slug(words, at)

    def _near_pairs(self) -> list[tuple[Why, Test, Test]]:
        first, last = self.parts[0], self.parts[-1]
        pairs: list[tuple[Why, Test, Test]] = [
            ("initial", initial(first), exact(last)),
            ("spelling", close(first), exact(last)),
            ("spelling", exactly(first), close(last)),
        ]
        shortened = [(one, last) for one in self.parts[:-1]] + [(first, self.parts[1])] if len(self.parts) > 2 else []
        return pairs + [("part", exactly(one), exact(other)) for one, other in shortened]

    def _split(self, words: Words, at: int) -> Iterator[Found]:
        if is_split(words, at):
            pair = words.words[at].text, words.words[at + 1].text
            ends = self.parts[0], self.parts[-1]
            if pair == ends or (pair == ends[::-1] and not are_two_people(words, at)):
                yield words.found(at, at + 1, "split")

    def _slug(self, words: Words, at: int) -> Iterator[Found]:
        ends = self.letters.ways[0], self.letters.ways[-1]
        mine = [side for side, ways in enumerate(ends) if words.words[at].bare in ways]
        for last in range(at + 1, min(at + _NEAREST + len(self.parts), len(words))):
            if not mine or not is_slug(words, at, last):
                return
            if any(words.words[last].bare in ends[1 - side] for side in mine):
                is_mail = _AT.match(words.text, words.words[last].end)
                yield words.found(at, last, "" if is_mail else "address")
                return

    def _apart(self, words: Words) -> Iterator[Found]:
        yield from joined(words, self.letters.joined)
        ends = [named(self.parts[at], self.letters.ways[at]) for at in (0, -1)]
        yield from apart(words, *ends)

    def _alone(self, words: Words, text: str, surname: bool) -> Iterator[Found]:
        for at, word in enumerate(words.words):
            if surname and self._is_surname(words, at, word):
                yield words.found(at, at, "surname")
            elif word.capital and word.text in (self.parts[0], self.parts[0] + "s") and self.organisations:
                beside = text[max(word.start - _BESIDE, 0) : word.end + _BESIDE]
                if any(organisation.search(beside) for organisation in self.organisations):
                    yield words.found(at, at, "given")

    def _is_surname(self, words: Words, at: int, word: Word) -> bool:
        test: Test = exact(self.parts[-1])
        if not word.capital or not test(word):
            return False
        follows = at > 0 and words.joins(at - 1) and words.words[at - 1].capital
        return not follows or words.begins_sentence(at - 1)


def _given(part: str) -> Test:
    """The given name itself; for an initial any name that begins so."""
    return exactly(part) if len(part) > 1 else lambda word: word.text[0] == part and word.capital
