"""Saved HTML -> the same kind of lines as a text file: one line per block, the cells of a table row apart by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import CData, Comment, NavigableString, PreformattedString, Tag

from networks.text.entities import readable

from .lines import Line, number_lines
from .markup_rows import RowWriter
from .markup_tables import Event, layout_tables
from .markup_tags import repaired

_INVISIBLE = ("script", "style")
#: What makes a form the wrapping of a whole page.
_CONTENT = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "main", "form"])
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")


def soup_of(markup: str | bytes) -> BeautifulSoup:
    """The parsed page without scripts and styles. The time grows with the length, however broken the markup is."""
    # Without a line break, BeautifulSoup warns that a short text without tags may be an address or a file's name.
    soup = BeautifulSoup(f"{readable(repaired(markup))}\n", "html.parser")
    for tag in soup.find_all(_INVISIBLE):
        if not tag.decomposed:
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
    """The page's lines in order; those of its navigation, forms, head and all outside its main content are chrome."""
    main = soup.find("main") or soup.find(role="main")
    writer = RowWriter(main, layout_tables(_events(soup)), _holders(soup, "form", _CONTENT))
    for kind, node in _events(soup):
        writer.take(kind, node)
    writer.finish()
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
        elif isinstance(child, CData) or (
            isinstance(child, NavigableString) and not isinstance(child, PreformattedString)
        ):
            yield "text", child


def _holders(root: Tag, name: str, inner: frozenset[str]) -> set[int]:
    """The ids of those ``name`` elements that directly or deeply hold an ``inner`` one, but for those of an own kind
    between them."""
    holders: set[int] = set()
    around: list[int] = []
    for kind, node in _events(root):
        if not isinstance(node, Tag):
            continue
        if kind == "open" and node.name in inner and around:
            holders.add(around[-1])
        if node.name == name:
            around.append(id(node)) if kind == "open" else around.pop()
    return holders
