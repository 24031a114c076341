"""Writes the events of a parsed page as rows: the text, the level of its heading, whether it is the page's frame."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bs4.element import NavigableString, Tag

from .markup_styles import Styles
from .markup_tables import CELLS, NEW_LINE, Spans, rows_of_people

Row = tuple[str, int, bool]

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hgroup", "hr", "html", "iframe", "legend", "li", "main", "nav", "noscript", "ol", "option", "p", "pre",
    "section", "select", "summary", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th",
    "thead", "title", "tr", "ul",
})  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SPACED = frozenset([*_HEADINGS, "ol", "p", "table", "ul"])
_FRAMES = frozenset(["footer", "iframe", "nav", "noscript", "select", "svg", "template", "textarea", "title"])
#: The level of a bold line that stands alone: below every heading that is marked as one.
_BOLD_LEVEL = 6
_LONGEST_MENU = 200
_FOOTER = frozenset(["footer", "sidfot", "site-footer", "page-footer", "pagefooter", "main-footer", "Footer"])
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
    _spans: list[Spans] = field(default_factory=list)
    _cell_starts: list[int] = field(default_factory=list)
    _headed: bool = False
    _styles: Styles = field(default_factory=Styles)
    _after_link: bool = False
    _after_break: bool = False
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
            self._write_row(text)
            self._bullet = False
            self._headed = self._headed or self._level > 1
        self._styles.end_row()
        self.rows.extend((picture, 0, True) for picture in self._pictures)
        self._pictures.clear()

    def _write_row(self, text: str) -> None:
        alone = not (self._level or self._in_item or self._in_frame or "\t" in text)
        if alone and (label := self._styles.label_of(text)):
            self.rows.append((label, _BOLD_LEVEL, self._chrome))
            text = text[len(label) :].strip()
        self._styles.note(len(self.rows), text, alone=alone)
        mark = "• " if self._bullet else ""
        self.rows += [(mark + row, self._level, self._chrome) for row in rows_of_people(text)]

    def finish(self) -> None:
        """Write what is left, and give the bold lines that are headings their level."""
        self.flush()
        for number in self._styles.headings([number for number, (text, _, _) in enumerate(self.rows) if text]):
            text, _, chrome = self.rows[number]
            self.rows[number] = (text, _BOLD_LEVEL, chrome)

    @property
    def _chrome(self) -> bool:
        return bool(self._in_frame or (self.main is not None and not self._in_main and not self._in_aside))

    def _write(self, text: str) -> None:
        text = _SPACE.sub(" ", text.replace("\t", " "))
        if text.strip() or self._parts:
            self._parts.append(text)
        if text:
            self._after_link = False
        if text.strip():
            self._after_break = False
            self._styles.see(self._parts[:-1])

    def _open(self, tag: Tag) -> None:
        if tag.name == "table":
            self.flush()
            self._tables.append(id(tag) not in self.layout_tables)
            self._spans.append(Spans())
        if tag.name in CELLS and self._data_table:
            self._open_cell()
        elif tag.name in _BLOCKS or self._is_frame(tag):
            self._break(tag)
            self._open_block(tag)
        elif tag.name == "a" and self._after_link:
            self._write(" ")
        self._count(tag, 1)
        if tag.name == "img" and (text := _SPACE.sub(" ", str(tag.get("alt", ""))).strip()):
            self._pictures.append(text)

    def _close(self, tag: Tag) -> None:
        if tag.name in CELLS and self._data_table:
            self._close_cell(tag)
        elif tag.name in _BLOCKS or self._is_frame(tag):
            if tag.name == "tr" and self._data_table and not self._in_cell:
                self._close_row()
            self._break(tag)
            if tag.name in CELLS:
                self._close_column()
        self._count(tag, -1)
        self._after_link = self._after_link or tag.name == "a"
        if tag.name == "table":
            self._tables.pop()
            self._spans.pop()

    def _open_block(self, tag: Tag) -> None:
        """A second line break in a row is a blank line, as is the border of a column of the page."""
        if tag.name == "br" and not self._in_cell:
            if self._after_break:
                self.rows.append(("", 0, False))
            self._after_break = True
        elif tag.name == "dt" and not self._in_cell:
            self.rows.append(("", 0, False))
        elif tag.name == "tr" and self._data_table and not self._in_cell:
            self._spans[-1].begin_row()
        elif tag.name in CELLS:
            self.rows.append(("", 0, False))
            self._cell_starts.append(len(self.rows))

    def _close_column(self) -> None:
        """A column of nothing but links above the first heading is the page's menu."""
        start = self._cell_starts.pop() if self._cell_starts else len(self.rows)
        if self._styles.bold_rows or self._headed or len(self.rows) - start > _LONGEST_MENU:
            return
        written = [number for number in range(start, len(self.rows)) if self.rows[number][0]]
        if len(written) > 1 and self._styles.linked_rows.issuperset(written):
            for number in written:
                self.rows[number] = (self.rows[number][0], 0, True)

    def _open_cell(self) -> None:
        spans = self._spans[-1]
        if not self._in_cell:
            for text in spans.from_above():
                self._parts.append(f"\t{text}" if self._parts else text)
        if self._parts:
            self._parts.append("\t")
        spans.start = len(self._parts)
        self._in_cell += 1

    def _close_cell(self, tag: Tag) -> None:
        self._in_cell = max(0, self._in_cell - 1)
        spans = self._spans[-1]
        text = "".join(self._parts[spans.start :]).strip(f" {NEW_LINE}")
        spans.end_cell(tag, text, len(self._parts))

    def _close_row(self) -> None:
        """A cell as wide as the table stays one; in a row of several cells it is repeated for each of its columns."""
        spans = self._spans[-1]
        if "\t" in self._parts:
            for at, text in reversed(spans.wide):
                self._parts.insert(at, f"\t{text}")
        spans.wide.clear()
        for text in spans.from_above(rest=True):
            self._parts.append(f"\t{text}" if self._parts else text)

    def _break(self, tag: Tag) -> None:
        if self._in_cell and tag.name in ("br", "p", "div"):
            self._write(" ")
            if self._parts:
                self._parts.append(NEW_LINE)
            return
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
        if tag.name in ("div", "table", "td", "section", "address") and _is_footer(tag):
            return True
        return tag.name in _FRAMES or (tag.name == "button" and not self._level and not self._in_cell)

    def _count(self, tag: Tag, step: int) -> None:
        self._styles.count(tag, step)
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


def _is_footer(tag: Tag) -> bool:
    """An element that is called a footer, from before there was an element for it."""
    return not _FOOTER.isdisjoint([*tag.get_attribute_list("class"), *tag.get_attribute_list("id")])
