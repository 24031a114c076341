"""Reads the links, headings and paragraphs of a rich text. Pure: HTML in, values out."""

from bs4 import BeautifulSoup

_BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "td", "th")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def link_texts(html: str) -> list[str]:
    """The text of each link, in order, with runs of spaces collapsed. An empty link gives an empty text."""
    return [" ".join(link.get_text().split()) for link in _soup(html).find_all("a")]


def heading_levels(html: str) -> list[int]:
    """The level of each heading, in order: ``[2, 3, 3]``."""
    return [int(heading.name[1]) for heading in _soup(html).find_all(_HEADINGS)]


def paragraphs(html: str) -> list[str]:
    """The text of each paragraph, list item and heading that is not empty."""
    soup = _soup(html)
    for line_break in soup.find_all("br"):
        line_break.replace_with("\n")
    found = [block.get_text() for block in soup.find_all(_BLOCKS) if block.find(_BLOCKS) is None]
    texts = [" ".join(text.split()) for text in found or [soup.get_text()]]
    return [text for text in texts if text]


def _soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")
