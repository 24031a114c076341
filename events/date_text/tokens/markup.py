"""HTML as it comes from a page or a mail: to lines, with a tab between cells and ~~ around what is struck out."""

import re
from html import unescape

_KNOWN = re.compile(
    r"<(?:table|tr|t[dh]|p|br|li|div|h[1-6]|s|del|strike|span|strong|b|em|ul|ol|a)\b[^<>]{0,2000}>", re.I
)
_ENTITY = re.compile(r"&(?:nbsp|[nm]dash|amp|[aA]ring|[ao]uml|[AO]uml|#\d{1,5});")
_MARKDOWN_LINK = re.compile(r"\[([^\[\]\n]{1,200})\]\((https?://[^\s()]{1,1000})\)")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^<>]{0,2000}>", re.IGNORECASE)
_HIDDEN = re.compile(r"<(style|script|head)\b[^<>]{0,2000}>[^<]*</\1>|<!--[^<>]*-->", re.IGNORECASE)
_STRUCK = frozenset({"s", "del", "strike"})
_LINES = frozenset({"p", "div", "li", "tr", "br", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "section"})


def plain_text(text: str) -> str:
    """The text without markup, if it has any that we know; else the text as it is."""
    text = _MARKDOWN_LINK.sub(r"\1 \2", text)
    if not _KNOWN.search(text):
        return unescape(text) if _ENTITY.search(text) else text
    return unescape(_TAG.sub(_ink, _HIDDEN.sub("", text)))


def _ink(match: re.Match[str]) -> str:
    closing, name = bool(match[1]), match[2].lower()
    if name in _STRUCK:
        return "~~"
    if name in ("td", "th"):
        return "\t" if closing else ""
    if name in _LINES:
        return "\n" if closing or name == "br" else ""
    return ""
