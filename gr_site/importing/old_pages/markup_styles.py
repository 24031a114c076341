"""How the text of a row is written: bold, which makes headings of old pages, and as links, which make menus."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from bs4.element import Tag

from . import signs
from .headings import read_heading
from .lines import make_line

_BOLD = frozenset(["b", "strong", "big"])
_LARGE = re.compile(r"\+?[4-7]|\+[1-3]")
_LONGEST_BOLD, _MOST_BOLD_IN_A_RUN = 80, 2


@dataclass
class Styles:
    """The styles of the row that is being written, and the numbers of the rows that are wholly bold or a link."""

    bold_rows: set[int] = field(default_factory=set)
    linked_rows: set[int] = field(default_factory=set)
    _in_bold: int = 0
    _in_link: int = 0
    _seen: set[str] = field(default_factory=set)
    _label_end: int = 0

    def count(self, tag: Tag, step: int) -> None:
        if tag.name == "a":
            self._in_link += step
        elif tag.name in _BOLD or (tag.name == "font" and _LARGE.fullmatch(str(tag.get("size", "")).strip())):
            self._in_bold += step

    def see(self, before: Sequence[str]) -> None:
        """More text of the row, after the pieces ``before``."""
        if not self._in_bold and self._seen and "plain" not in self._seen:
            self._label_end = len("".join(before).lstrip())
        self._seen |= {"bold" if self._in_bold else "plain", "link" if self._in_link else "unlinked"}

    def label_of(self, text: str) -> str:
        """The bold label that ``text`` begins with, if it is a heading that we know: "<b>Syfte</b> Att mötas"."""
        label, rest = text[: self._label_end].strip(), text[self._label_end :].strip()
        if not label or not rest or rest[0] in ":,.;" or not _may_be_heading(label):
            return ""
        heading = read_heading(make_line(1, label, after_blank=True))
        return label if heading and not heading.value else ""

    def note(self, number: int, text: str, *, alone: bool) -> None:
        """The row ``number`` is written. ``alone``: it is no cell, no item of a list and no part of the frame."""
        if alone and "bold" in self._seen and "plain" not in self._seen and _may_be_heading(text):
            self.bold_rows.add(number)
        if "unlinked" not in self._seen:
            self.linked_rows.add(number)

    def end_row(self) -> None:
        self._seen.clear()
        self._label_end = 0

    def headings(self, written: Sequence[int]) -> list[int]:
        """The bold rows that stand alone among those written; a whole bold text holds no headings."""
        runs = ((bold, list(run)) for bold, run in groupby(written, key=self.bold_rows.__contains__))
        return [number for bold, run in runs if bold and len(run) <= _MOST_BOLD_IN_A_RUN for number in run]


def _may_be_heading(text: str) -> bool:
    """Whether a bold line may head what follows. People, dates and sentences are bold as well."""
    if len(text) > _LONGEST_BOLD or text[-1] in ".!,;" or not text[0].isupper():
        return False
    return not (signs.has_date(text) or signs.CLOCK.search(text) or signs.looks_like_person(text))
