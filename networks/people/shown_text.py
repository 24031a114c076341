"""A text as a reader sees it, with where each letter stands in the source. Pure.

Tags, entities, soft hyphens, other invisible signs and decomposed letters hide a name from a search, but not from a
reader.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from html import unescape
from typing import Final

from ..text.normal_form import normalized
from ..text.tags import TAG

# Stands where one block of HTML ends and the next begins.
BREAK: Final = "\x01"  # seen by nobody, and no white space
_MARKS = r"\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_UNSEEN = (
    r"\x00\x02-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)
_PART = re.compile(
    rf"(?P<tag>{TAG})|(?P<entity>&(?:\#[0-9]{{1,8}}|\#[xX][0-9a-fA-F]{{1,8}}|[a-zA-Z][a-zA-Z0-9]{{1,31}});?)"
    r"|[^&<]+|[&<]"
)
# A letter with its marks, what is not seen, and letters that have another form with the same meaning.
_ODD = re.compile(rf"[^\W_](?:[{_UNSEEN}]*[{_MARKS}])+|[{_UNSEEN}]+|[{_MARKS}]+|[^\x00-\x7fåäöÅÄÖéÉüÜ–—’”…]")
_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol"
    r"|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)(?![\w-])",
    re.IGNORECASE,
)
_LINE = re.compile(r"<br(?![\w-])", re.IGNORECASE)
_TAG = re.compile(TAG)
_HIDING = re.compile(rf"[{_UNSEEN}{_MARKS}]+")


@dataclass(frozen=True)
class Shown:
    """``text`` is what a reader sees; its letter ``i`` is ``source[starts[i]:ends[i]]``."""

    source: str
    text: str
    starts: list[int]
    ends: list[int]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` stands in the source; it is not empty."""
        return self.starts[start], self.ends[end - 1]


def shown(source: str, *, tags: bool) -> Shown:
    """``source`` as it is read; with ``tags``, tags and their attributes count as text."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _PART.finditer(source):
        read = _read(match, tags)
        letters.append(read)
        if read == match[0]:
            starts += range(match.start(), match.end())
            ends += range(match.start() + 1, match.end() + 1)
        else:
            starts += [match.start()] * len(read)
            ends += [match.end()] * len(read)
    text = "".join(letters)
    return Shown(source, text, starts, ends) if text.isascii() else _composed(Shown(source, text, starts, ends))


def _read(match: re.Match[str], tags: bool) -> str:
    if match["entity"]:
        return unescape(match[0])
    if match["tag"] and not tags:
        return BREAK if _BLOCK.match(match[0]) else " " if _LINE.match(match[0]) else ""
    return match[0]


def _composed(raw: Shown) -> Shown:
    """``raw`` without what is not seen, each letter composed with its marks."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match in _ODD.finditer(raw.text):
        read = composed(match[0])
        start, end = raw.starts[match.start()], raw.ends[match.end() - 1]
        letters += [raw.text[done : match.start()], read]
        starts += raw.starts[done : match.start()] + [start] * len(read)
        ends += raw.ends[done : match.start()] + [end] * len(read)
        done = match.end()
    letters.append(raw.text[done:])
    return Shown(raw.source, "".join(letters), starts + raw.starts[done:], ends + raw.ends[done:])


def composed(text: str) -> str:
    """``text`` with each letter in its usual form (NFKC), and without what is not seen or only decorates a letter."""
    seen = normalized("NFKC", re.sub(f"[{_UNSEEN}]+", "", text))
    return "".join(sign for sign in seen if not unicodedata.combining(sign))


def bare(text: str) -> str:
    """``text`` in lower case without accents and without what is not seen."""
    return text.lower() if text.isascii() else _HIDING.sub("", normalized("NFKD", text)).lower()


def replaced(source: str, places: list[tuple[int, int]], mark: str) -> str:
    """``source`` with ``mark`` at each of ``places``. Tags that stand within a place stay after it."""
    parts, done = [], 0
    for start, end in merged(places):
        parts += [source[done:start], mark, *_TAG.findall(source[start:end])]
        done = end
    return "".join(parts) + source[done:]


def merged(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """``places`` in order, those that overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def overlaps(place: tuple[int, int], ordered: list[tuple[int, int]]) -> bool:
    """Whether ``place`` shares a letter with any of ``ordered``, which are merged."""
    before = bisect_right(ordered, (place[1], -1)) - 1
    return before >= 0 and ordered[before][1] > place[0]
