"""HTML as it comes from a page or a mail: to lines, with a tab between cells and ~~ around what is struck out."""

import re
from collections import Counter
from html import unescape

from .merged_cells import with_merged_cells

_KNOWN = re.compile(
    r"<(?:table|tr|t[dh]|p|br|li|div|h[1-6]|s|del|ins|strike|span|strong|b|u|i|em|font|ul|ol|a|body|html)"
    r"\b[^<>]{0,2000}>",
    re.I,
)
_ENTITY = re.compile(r"&(?:nbsp|[nm]dash|amp|[aA]ring|[ao]uml|[AO]uml|#\d{1,5});")
_MARKDOWN_LINK = re.compile(r"\[([^\[\]\n]{1,200})\]\((https?://[^\s()]{1,1000})\)")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b([^<>]{0,2000})>", re.IGNORECASE)
_HIDDEN = re.compile(r"<(style|script|head|title)\b[^<>]{0,2000}>[^<]*</\1>", re.IGNORECASE)
_STYLE_RULE = re.compile(r"\.([\w-]{1,60})[^{}<>.]{0,60}\{([^{}<>]{0,1000})\}")
_CLASS = re.compile(r"\bclass\s*=\s*[\"']?([^\"'<>]{1,300})", re.IGNORECASE)
_STRUCK = frozenset({"s", "del", "strike"})
_EMPTY = frozenset({"br", "hr", "img", "input", "meta", "link", "col", "wbr", "o"})  # elements that are never closed
_LINES = frozenset({"p", "div", "li", "tr", "br", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "section"})
_STRUCK_SIGNS = re.compile("(?:[^\n][\u0335\u0336]){3,}")  # letters with a stroke through each


def plain_text(text: str) -> str:
    """The text without markup, if it has any that we know; else the text as it is."""
    text = _STRUCK_SIGNS.sub(lambda match: f"~~{match[0][::2]}~~", _MARKDOWN_LINK.sub(r"\1 \2", text))
    if not _KNOWN.search(text):
        return unescape(text) if _ENTITY.search(text) else text
    text = with_merged_cells(_without_comments(text))
    return _Ink(_struck_classes(text)).of(_HIDDEN.sub("", text))


def _without_comments(text: str) -> str:
    """The text without comments, those of Word and Outlook too, which hold markup of their own."""
    kept, at = [], 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin)) >= 0:
        kept.append(text[at:begin])
        at = end + 3
    return "".join((*kept, text[at:]))


def _struck_classes(text: str) -> frozenset[str]:
    """The classes that a style sheet in the text strikes out."""
    rules = (rule for sheet in _HIDDEN.finditer(text) for rule in _STYLE_RULE.finditer(sheet[0]))
    return frozenset(rule[1].lower() for rule in rules if "line-through" in rule[2].lower())


class _Ink:
    """Follows the elements that are open. `struck_classes` are those of the text's own style sheet."""

    def __init__(self, struck_classes: frozenset[str]) -> None:
        self._classes = struck_classes
        self._open: list[tuple[str, bool]] = []
        self._names: Counter[str] = Counter()
        self._struck = 0

    def of(self, text: str) -> str:
        """The ink of the text, each line's struck part within ~~."""
        parts, at = [], 0
        for tag in _TAG.finditer(text):
            parts += [self._run(text[at : tag.start()]), self._take(bool(tag[1]), tag[2].lower(), tag[3])]
            at = tag.end()
        return "".join((*parts, self._run(text[at:])))

    def _run(self, ink: str) -> str:
        ink = unescape(ink)
        if not self._struck:
            return ink
        return "\n".join(f"~~{line}~~" if line.strip() else line for line in ink.split("\n"))

    def _take(self, closing: bool, name: str, attributes: str) -> str:
        """Opens or closes an element. Its border: a line feed, a tab or nothing."""
        if closing:
            self._close(name)
        elif name not in _EMPTY and not attributes.endswith("/"):
            struck = name in _STRUCK or self._is_struck(attributes)
            self._open.append((name, struck))
            self._names[name] += 1
            self._struck += struck
        if name in ("td", "th"):
            return "\t" if closing else ""
        return "\n" if name in _LINES and (closing or name == "br") else ""

    def _close(self, name: str) -> None:
        while self._names[name]:
            last, struck = self._open.pop()
            self._names[last] -= 1
            self._struck -= struck
            if last == name:
                return

    def _is_struck(self, attributes: str) -> bool:
        lowered = attributes.lower()
        if "line-through" in lowered:
            return True
        found = _CLASS.search(lowered)
        return (
            bool(found)
            and any(name in self._classes or "strike" in name or "overstruk" in name for name in found[1].split())
            if found
            else False
        )
