"""Reads the files of the starter thesaurus. Pure.

A line is a group: ``förskola, dagis | preschool, nursery > barn och unga ~ skola``. Before ``|`` stand Swedish words
for one thing and after it English ones, after ``>`` broader things, and after ``~`` what else to see. ``#`` begins a
comment.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from ..analysis.swedish import stem
from ..analysis.thesaurus import Group, is_usable, phrase
from ..analysis.words import words

FOLDER: Final = Path(__file__).with_name("words")
LONGEST: Final = 300  # letters of a part of a line, which becomes a field of a group
_MARKS: Final = "|>~"
_COMMENT: Final = re.compile("#.*")
_BETWEEN: Final = re.compile(f"[,\n{_MARKS}]")


class BadLine(ValueError):
    """Says in which file and line, and why in English: the files are part of the program."""

    def __init__(self, file: str, number: int, reason: str) -> None:
        super().__init__(f"{file}:{number}: {reason}")


@dataclass(frozen=True)
class Line:
    """``key`` is the group's first word, by which later versions of the program know it."""

    group: Group
    file: str
    number: int

    @property
    def key(self) -> str:
        return phrase(self.group.swedish[0])

    @property
    def own(self) -> tuple[str, ...]:
        """The phrases that name the group, as ``phrase`` has them."""
        return tuple(map(phrase, (*self.group.swedish, *self.group.english)))

    @property
    def others(self) -> tuple[str, ...]:
        """The phrases that name what is broader or related."""
        return (*self.group.broader, *self.group.related)


def starter(folder: Path = FOLDER) -> list[Line]:
    """All groups in ``folder``, by file and line. Two fields may each have lines that begin with the same word, which
    are one group. Raises BadLine for a line that cannot be read, or if two of a file begin with the same word."""
    found: dict[str, Line] = {}
    for file in sorted(folder.glob("*.txt")):
        for line in read(file.name, file.read_text(encoding="utf-8")):
            other = found.get(line.key)
            if other and other.file == line.file:
                raise BadLine(line.file, line.number, f"begins with {line.key!r}, as line {other.number} does")
            found[line.key] = _joined(other, line) if other else line
    return list(found.values())


@cache
def starter_stems() -> frozenset[tuple[str, ...]]:
    """The stems of each phrase in the files, which are read without a check."""
    texts = [_COMMENT.sub("", file.read_text(encoding="utf-8")) for file in FOLDER.glob("*.txt")]
    phrases = [words(each) for text in texts for each in _BETWEEN.split(text)]
    return frozenset(tuple(map(stem, each)) for each in phrases if each)


def unknown(lines: Iterable[Line]) -> dict[str, list[str]]:
    """``{"file:number": [broader and related phrases that no group has]}``."""
    lines = list(lines)
    named = {each for line in lines for each in line.own}
    missing = {
        f"{line.file}:{line.number}": [each for each in line.others if phrase(each) not in named] for line in lines
    }
    return {place: others for place, others in missing.items() if others}


def read(file: str, text: str) -> list[Line]:
    """The groups of a file's text. Raises BadLine."""
    bare = [(number, line.partition("#")[0].strip()) for number, line in enumerate(text.splitlines(), start=1)]
    return [_line(file, number, line) for number, line in bare if line]


def _line(file: str, number: int, text: str) -> Line:
    marks = [letter for letter in text if letter in _MARKS]
    if marks != sorted(set(marks), key=_MARKS.index):
        raise BadLine(file, number, f"{' '.join(marks)}: each once, first |, then >, then ~")
    left, _, related = text.partition("~")
    left, _, broader = left.partition(">")
    swedish, _, english = left.partition("|")
    parts = {"": swedish, "|": english, ">": broader, "~": related}
    for mark, part in parts.items():
        if mark in text:
            _check_part(file, number, mark, part)
    line = Line(Group(*map(_phrases, parts.values())), file, number)
    if len(line.own) < 2 and not line.others:
        raise BadLine(file, number, "a group of one word that leads nowhere")
    if twice := set(line.own) & set(map(phrase, line.others)):
        raise BadLine(file, number, f"is broader than itself or related to itself: {', '.join(sorted(twice))}")
    return line


def _check_part(file: str, number: int, mark: str, part: str) -> None:
    where = f" after {mark}" if mark else ""
    if len(part) > LONGEST:
        raise BadLine(file, number, f"more than {LONGEST} letters{where}")
    if part != part.lower():
        raise BadLine(file, number, f"capital letters{where}")
    phrases = _phrases(part)
    if not phrases:
        raise BadLine(file, number, f"nothing{where or ' in Swedish'}")
    if unusable := [each for each in phrases if not is_usable(each)]:
        raise BadLine(file, number, f"no word, or too many, between commas{where}: {unusable[0]!r}")
    if twice := _twice(map(phrase, phrases)):
        raise BadLine(file, number, f"twice{where}: {twice}")


def _phrases(part: str) -> tuple[str, ...]:
    return tuple(" ".join(each.split()) for each in part.split(",")) if part.strip() else ()


def _twice(phrases: Iterable[str]) -> str:
    seen: set[str] = set()
    for each in phrases:
        if each in seen:
            return each
        seen.add(each)
    return ""


def _joined(first: Line, second: Line) -> Line:
    parts = zip(first.group, second.group, strict=True)
    group = Group(*(tuple({phrase(each): each for each in (*one, *two)}.values()) for one, two in parts))
    if any(len(", ".join(part)) > LONGEST for part in group):
        raise BadLine(second.file, second.number, f"with {first.file}:{first.number} more than {LONGEST} letters")
    return Line(group, second.file, second.number)
