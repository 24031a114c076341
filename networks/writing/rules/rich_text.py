"""Reads the links, headings and paragraphs of a rich text. Pure: HTML in, values out.

The text is read from tag to tag and never as a tree, so that no text costs more than its length.
"""

import re
from collections.abc import Iterator

from networks.text.entities import unescaped
from networks.text.tags import TAG

_BLOCKS = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "td", "th"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TAG = re.compile(TAG)
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")


def link_texts(html: str) -> list[str]:
    """The text of each link, in order, with runs of spaces collapsed. An empty link gives an empty text."""
    found: list[str] = []
    inside: list[str] | None = None
    for tag, text in _pieces(html):
        if inside is not None:
            inside.append(text)
        if tag in ("a", "/a") and inside is not None:
            found.append(_collapsed(inside))
            inside = None
        if tag == "a":
            inside = []
    return found if inside is None else [*found, _collapsed(inside)]


def heading_levels(html: str) -> list[int]:
    """The level of each heading, in order: ``[2, 3, 3]``."""
    return [int(tag[1]) for tag, _ in _pieces(html) if tag in _HEADINGS]


def paragraphs(html: str) -> list[str]:
    """The text of each paragraph, list item and heading that is not empty. Of nested ones, that of the innermost."""
    found: list[str] = []
    inside: list[str] | None = None
    everything: list[str] = []
    for tag, text in _pieces(html):
        space = " " if tag == "br" else ""
        everything.append(text + space)
        if inside is not None:
            inside.append(text + space)
        if tag in _BLOCKS:
            inside = []
        elif tag[1:] in _BLOCKS and inside is not None:
            found.append(_collapsed(inside))
            inside = None
    if inside is not None:
        found.append(_collapsed(inside))
    return [text for text in found or [_collapsed(everything)] if text]


def _pieces(html: str) -> Iterator[tuple[str, str]]:
    """``(name of a tag, the text before it)``, in order. The name begins with "/" if the tag closes an element."""
    end = 0
    for tag in _TAG.finditer(html):
        name = _NAME.match(tag[0])
        closing = "/" if tag[0].startswith("</") else ""
        yield closing + (name[1].lower() if name else ""), html[end : tag.start()]
        end = tag.end()
    yield "", html[end:]


def _collapsed(texts: list[str]) -> str:
    return " ".join(unescaped("".join(texts)).split())
