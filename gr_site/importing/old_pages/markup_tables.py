"""Which tables hold a page rather than data, and the cells of data tables that span several rows or columns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from bs4.element import NavigableString, Tag

from . import signs

Event = tuple[Literal["open", "text", "close"], Tag | NavigableString]
#: Elements that no cell of a data table holds.
_SKELETON = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "ol", "table", "ul"])
_BREAKS = frozenset(["address", "br", "center", "div", "hr", "li", "p", "tr"])
CELLS = frozenset(["td", "th"])
#: A cell with this many lines is a column of a page: a cell of data has a few at most.
_MANY_LINES = 4
#: Stands between the lines of a cell until its row is written.
NEW_LINE = "\v"
_PARTY = re.compile(r"\s*\([A-ZÅÄÖa-zåäö]{1,4}\)$")
#: Cells that are repeated, so that no markup grows beyond bounds.
_MOST_COLUMNS, _MOST_ROWS, _LONGEST_REPEATED = 10, 30, 200


@dataclass
class _Table:
    """The number of lines in each cell of a table that is being read. ``headed``: some cell is a header."""

    cells: list[int] = field(default_factory=list)
    headed: bool = False
    skeleton: bool = False
    _text: bool = False

    def take(self, kind: str, node: object) -> None:
        if not isinstance(node, Tag):
            self._text = self._text or bool(str(node).strip())
        elif node.name in CELLS or node.name in _BREAKS:
            self._end_line()
            if node.name in CELLS and kind == "open":
                self.cells.append(0)
                self.headed = self.headed or node.name == "th"

    def _end_line(self) -> None:
        if self._text and self.cells:
            self.cells[-1] += 1
        self._text = False

    @property
    def is_layout(self) -> bool:
        """A skeleton of a page, or a table most of whose lines stand in cells of many lines."""
        many = sum(lines for lines in self.cells if lines >= _MANY_LINES)
        return self.skeleton or (not self.headed and 2 * many > sum(self.cells))


def layout_tables(events: Iterable[Event]) -> set[int]:
    """The ids of the tables that hold a page. What stands in a table within another is not the outer one's."""
    found: set[int] = set()
    around: list[_Table] = []
    for kind, node in events:
        name = node.name if isinstance(node, Tag) else ""
        if name in _SKELETON and kind == "open" and around:
            around[-1].skeleton = True
        if name == "table" and kind == "open":
            around.append(_Table())
        elif name == "table":
            if around.pop().is_layout:
                found.add(id(node))
        elif around:
            around[-1].take(kind, node)
    return found


@dataclass
class Spans:
    """The columns of the row that is being written. A cell that spans several rows or columns is repeated in each."""

    column: int = 0
    start: int = 0
    wide: list[tuple[int, str]] = field(default_factory=list)
    _due: dict[int, str] = field(default_factory=dict)
    _below: dict[int, tuple[str, int]] = field(default_factory=dict)

    def begin_row(self) -> None:
        self.column = 0
        self.wide.clear()
        self._due = {column: text for column, (text, _) in self._below.items()}
        self._below = {column: (text, rows - 1) for column, (text, rows) in self._below.items() if rows > 1}

    def from_above(self, *, rest: bool = False) -> list[str]:
        """The texts that cells of rows above put in the next columns, or with ``rest`` in all that are left."""
        texts = []
        while self._due and (self.column in self._due or rest):
            texts.append(self._due.pop(self.column if self.column in self._due else min(self._due)))
            self.column += 1
        return texts

    def end_cell(self, tag: Tag, text: str, at: int) -> None:
        """``text`` is what the cell holds, and ``at`` where its row goes on."""
        columns, rows = _span(tag, "colspan", _MOST_COLUMNS), _span(tag, "rowspan", _MOST_ROWS)
        if len(text) <= _LONGEST_REPEATED:
            self.wide += [(at, text)] * (columns - 1)
            if rows > 1:
                self._below |= {self.column + number: (text, rows - 1) for number in range(columns)}
        self.column += columns


def rows_of_people(row: str) -> list[str]:
    """A row whose cells list people line by line, as a row for each; the other cells hold for every one of them."""
    cells = [[line for text in cell.split(NEW_LINE) if (line := text.strip())] for cell in row.split("\t")]
    people = [len(cell) for cell in cells if len(cell) > 1 and all(map(_is_person, cell))]
    if len(cells) < 2 or len(set(people)) != 1:
        return [row.replace(NEW_LINE, "")]
    count = people[0]
    listed = [
        cell if len(cell) == count and all(map(_is_person, cell)) else [" ".join(cell)] * count for cell in cells
    ]
    return ["\t".join(texts) for texts in zip(*listed, strict=True)]


def _is_person(text: str) -> bool:
    return signs.looks_like_person(_PARTY.sub("", text))


def _span(tag: Tag, name: str, most: int) -> int:
    text = str(tag.get(name, "")).strip()
    return min(int(text), most) if text.isascii() and text.isdigit() and 0 < len(text) < 5 and int(text) else 1
