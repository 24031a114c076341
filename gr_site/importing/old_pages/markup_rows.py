"""Writes the events of a parsed page as rows: the text, the level of its heading, whether it is the page's frame."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from bs4.element import NavigableString, Tag

Event = tuple[Literal["open", "text", "close"], Tag | NavigableString]
Row = tuple[str, int, bool]

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hr", "html", "iframe", "legend", "li", "main", "nav", "noscript", "ol", "option", "p", "pre",
    "section", "select", "summary", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th",
    "thead", "title", "tr", "ul",
})  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SPACED = frozenset([*_HEADINGS, "ol", "p", "table", "ul"])
_CELLS = frozenset({"td", "th"})
_FRAMES = frozenset(["footer", "iframe", "nav", "noscript", "select", "svg", "template", "textarea", "title"])
_SPACE = re.compile(r"[^\S\t]+|\s*\n\s*")


@dataclass
class RowWriter:
    """Takes events in order and writes ``rows``; the counters know where a string is.

    ``layout_tables`` and ``content_forms`` are the ids of elements that hold a page rather than data or controls.
    """

    main: Tag | None
    layout_tables: set[int]
    content_forms: set[int]
    rows: list[Row] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _pictures: list[str] = field(default_factory=list)
    _tables: list[bool] = field(default_factory=list)
    _in_cell: int = 0
    _in_item: int = 0
    _in_frame: int = 0
    _in_aside: int = 0
    _in_main: int = 0
    _level: int = 0
    _bullet: bool = False

    def take(self, kind: str, node: Tag | NavigableString) -> None:
        if not isinstance(node, Tag):
            self._write(str(node))
        elif kind == "open":
            self._open(node)
        else:
            self._close(node)

    def flush(self) -> None:
        text = "".join(self._parts).strip(" ")
        self._parts.clear()
        if text.strip():
            mark = "• " if self._bullet else ""
            self.rows.append((mark + text, self._level, self._chrome))
            self._bullet = False
        self.rows.extend((picture, 0, True) for picture in self._pictures)
        self._pictures.clear()

    @property
    def _chrome(self) -> bool:
        return bool(self._in_frame or (self.main is not None and not self._in_main and not self._in_aside))

    def _write(self, text: str) -> None:
        text = _SPACE.sub(" ", text.replace("\t", " "))
        if text.strip() or self._parts:
            self._parts.append(text)

    def _open(self, tag: Tag) -> None:
        if tag.name == "table":
            self.flush()
            self._tables.append(id(tag) not in self.layout_tables)
        if tag.name in _CELLS and self._data_table:
            if self._parts:
                self._parts.append("\t")
            self._in_cell += 1
        elif tag.name in _BLOCKS or self._is_frame(tag):
            self._break(tag)
        self._count(tag, 1)
        if tag.name == "img" and (text := _SPACE.sub(" ", str(tag.get("alt", ""))).strip()):
            self._pictures.append(text)

    def _close(self, tag: Tag) -> None:
        if tag.name in _CELLS and self._data_table:
            self._in_cell = max(0, self._in_cell - 1)
        elif tag.name in _BLOCKS or self._is_frame(tag):
            self._break(tag)
        self._count(tag, -1)
        if tag.name == "table":
            self._tables.pop()

    def _break(self, tag: Tag) -> None:
        if self._in_cell or (self._in_item and tag.name in ("br", "p", "div")):
            self._write(" ")
            return
        self.flush()
        if tag.name in _SPACED:
            self.rows.append(("", 0, False))

    @property
    def _data_table(self) -> bool:
        return bool(self._tables and self._tables[-1])

    def _is_frame(self, tag: Tag) -> bool:
        """Navigation and controls. A form around a whole page is no control, nor is a button that is a heading."""
        if tag.name == "form":
            return id(tag) not in self.content_forms
        return tag.name in _FRAMES or (tag.name == "button" and not self._level and not self._in_cell)

    def _count(self, tag: Tag, step: int) -> None:
        if tag.name in _HEADINGS:
            self._level = int(tag.name[1]) if step > 0 else 0
        elif tag.name == "li":
            self._in_item += step
            self._bullet = step > 0
        elif tag.name == "aside":
            self._in_aside += step
        elif self._is_frame(tag):
            self._in_frame += step
        if tag is self.main:
            self._in_main += step
