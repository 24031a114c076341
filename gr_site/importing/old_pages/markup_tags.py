"""Any markup -> markup that the parser of the standard library reads in one pass.

That parser starts again at every "<" of a tag or comment that never ends, which takes time in the square of the
length (CPython issue 135462). Here a "<" that begins no whole tag becomes text, and a tag keeps only the attributes
that the importer reads.
"""

from __future__ import annotations

import re
from html import escape

from bs4.dammit import UnicodeDammit

from networks.text.entities import unescaped

_TAG = re.compile(r"""<(/?[a-zA-Z][a-zA-Z0-9:-]*)((?>(?:[^<>"']+|"[^"]*"|'[^']*')*))>""")
#: What a page with many unclosed quotes is read with: no "<" inside a tag, so that no search runs past the next tag.
_PLAIN_TAG = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9:-]*)([^<>]*+)>")
_ATTRIBUTE = re.compile(
    r"""\b(href|rel|property|content|role|alt|class|id|(?:row|col)span|size)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""",
    re.I,
)
_DECLARATION = re.compile(r"<[!?][^<>]*+>")
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_COMMENT, _COMMENT_END = "<!--", "-->"
_SAVED_FROM = "saved from url"
_MOST_UNCLOSED = 50
#: Elements whose content is no markup, with the words that end them.
_RAW = ("script", "style")
_RAW_END = re.compile(r"</(?:script|style)\b", re.I)


def repaired(markup: str | bytes) -> str:
    """The text that ``markup`` holds, decoded by its own declaration, with nothing but whole tags in it."""
    text = markup if isinstance(markup, str) else UnicodeDammit(markup, is_html=True).unicode_markup or ""
    return _Repair(text).run()


class _Repair:
    def __init__(self, text: str) -> None:
        self.text = text
        self.out: list[str] = []
        self.unclosed = 0
        self.last_end = {_COMMENT: text.rfind(_COMMENT_END), _CDATA: text.rfind(_CDATA_END)}

    def run(self) -> str:
        at = 0
        while (start := self.text.find("<", at)) >= 0:
            self.out.append(self.text[at:start])
            at = self._take(start)
        self.out.append(self.text[at:])
        return "".join(self.out)

    def _take(self, start: int) -> int:
        """Write what begins with the "<" at ``start``; where the reading goes on."""
        if self.text.startswith(_COMMENT, start):
            return self._comment(start)
        if self.text.startswith(_CDATA, start):
            return self._cdata(start)
        if found := _DECLARATION.match(self.text, start):
            return found.end()
        if found := self._tag(start):
            return self._write_tag(found)
        self.out.append("&lt;")
        return start + 1

    def _tag(self, start: int) -> re.Match[str] | None:
        if self.unclosed < _MOST_UNCLOSED and (found := _TAG.match(self.text, start)):
            return found
        self.unclosed += 1
        return _PLAIN_TAG.match(self.text, start)

    def _write_tag(self, found: re.Match[str]) -> int:
        name = found[1].lower()
        self.out.append(f"<{name}{'' if name.startswith('/') else _attributes(found[2])}>")
        if name not in _RAW or found[2].endswith("/"):
            return found.end()
        end = _RAW_END.search(self.text, found.end())
        self.out.append(f"</{name}>")
        return end.start() if end else len(self.text)

    def _comment(self, start: int) -> int:
        """A comment without an end hides nothing: what follows is read."""
        inside = start + len(_COMMENT)
        if self.last_end[_COMMENT] < inside:
            return inside
        end = self.text.find(_COMMENT_END, inside)
        if _SAVED_FROM in self.text[inside:end]:
            self.out.append(f"{self.text[start:end]}{_COMMENT_END}")
        return end + len(_COMMENT_END)

    def _cdata(self, start: int) -> int:
        inside = start + len(_CDATA)
        if self.last_end[_CDATA] < inside:
            return inside
        end = self.text.find(_CDATA_END, inside)
        self.out.append(escape(self.text[inside:end], quote=False))
        return end + len(_CDATA_END)


def _attributes(text: str) -> str:
    found = _ATTRIBUTE.findall(text)
    return "".join(
        f' {name.lower()}="{escape(unescaped(first or second or third))}"' for name, first, second, third in found
    )
