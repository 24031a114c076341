"""Saved HTML -> the same kind of lines as a text file: one line per block, the cells of a table row apart by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PreformattedString, Tag

from .lines import Line, number_lines

Event = tuple[Literal["open", "text", "close"], Tag | NavigableString]
Row = tuple[str, int, bool]

_DROPPED = ("script", "style", "noscript", "template", "nav", "form", "svg", "iframe", "button", "head")
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_SPACED = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "table", "ul"])
_LAYOUT = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "ol", "table", "ul"])
_CELLS = frozenset({"td", "th"})
_HEADING = re.compile(r"h([1-6])")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_SPACE = re.compile(r"[^\S\t]+|\s*\n\s*")


def soup_of(markup: str | bytes) -> BeautifulSoup:
    """The parsed page without scripts, styles, navigation and forms: those are no content."""
    soup = BeautifulSoup(markup, "html.parser")
    for tag in soup.find_all(_DROPPED):
        if not tag.decomposed and not (tag.name == "head" and tag.find(["link", "meta"])):
            tag.decompose()
    return soup


def address_of(soup: BeautifulSoup) -> str:
    """The page's own address: rel=canonical, og:url, or the browser's "saved from" comment; "" if none tells."""
    canonical, shared = soup.find("link", rel="canonical"), soup.find("meta", property="og:url")
    for tag, attribute in ((canonical, "href"), (shared, "content")):
        if tag is not None and str(tag.get(attribute, "")).startswith(("http://", "https://")):
            return str(tag[attribute])
    comments = soup.find_all(string=lambda text: isinstance(text, Comment))
    return next((found[1] for comment in comments if (found := _SAVED_FROM.search(str(comment)))), "")


def markup_lines(soup: BeautifulSoup) -> list[Line]:
    """The page's lines in order; those outside its main content are marked as chrome."""
    body = soup.find("body") or soup
    main = body.find("main") or body.find(role="main")
    writer = _Writer(main, _layout_tables(body))
    for kind, node in _events(body):
        writer.take(kind, node)
    writer.flush()
    return number_lines(writer.rows)


def _events(root: Tag) -> Iterator[Event]:
    """The tree as opening tags, strings and closing tags. No recursion: saved pages may nest without limit."""
    stack: list[tuple[Tag, Iterator[object]]] = [(root, iter(root.children))]
    while stack:
        tag, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if stack:
                yield "close", tag
        elif isinstance(child, Tag):
            yield "open", child
            stack.append((child, iter(child.children)))
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            yield "text", child


def _layout_tables(root: Tag) -> set[int]:
    """Tables that hold headings, lists or tables are a page's skeleton, as was the habit once, and no data."""
    layout: set[int] = set()
    tables: list[int] = []
    for kind, node in _events(root):
        if not isinstance(node, Tag):
            continue
        if kind == "open" and node.name in _LAYOUT and tables:
            layout.add(tables[-1])
        if node.name == "table":
            tables.append(id(node)) if kind == "open" else tables.pop()
    return layout


@dataclass
class _Writer:
    """Writes rows from events; ``_open`` holds the open tags that matter, to know where a string stands."""

    main: Tag | None
    layout: set[int]
    rows: list[Row] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _tables: list[bool] = field(default_factory=list)
    _in_cell: int = 0
    _in_item: int = 0
    _in_footer: int = 0
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

    @property
    def _chrome(self) -> bool:
        return bool(self._in_footer or (self.main is not None and not self._in_main and not self._in_aside))

    def _write(self, text: str) -> None:
        text = _SPACE.sub(" ", text.replace("\t", " "))
        if text.strip() or self._parts:
            self._parts.append(text)

    def _open(self, tag: Tag) -> None:
        if tag.name == "table":
            self.flush()
            self._tables.append(id(tag) not in self.layout)
        if tag.name in _CELLS and self._data_table:
            if self._parts:
                self._parts.append("\t")
            self._in_cell += 1
        elif tag.name in _BLOCKS:
            self._break(tag)
        self._count(tag, 1)

    def _close(self, tag: Tag) -> None:
        if tag.name in _CELLS and self._data_table:
            self._in_cell = max(0, self._in_cell - 1)
        elif tag.name in _BLOCKS:
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

    def _count(self, tag: Tag, step: int) -> None:
        if heading := _HEADING.fullmatch(tag.name):
            self._level = int(heading[1]) if step > 0 else 0
        elif tag.name == "li":
            self._in_item += step
            self._bullet = step > 0
        elif tag.name == "footer":
            self._in_footer += step
        elif tag.name == "aside":
            self._in_aside += step
        if tag is self.main:
            self._in_main += step
