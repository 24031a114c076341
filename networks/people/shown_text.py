"""A text as a reader sees it, with where each letter stands in the source. Pure.

Tags, escapes, soft hyphens, hyphens at the end of a line, other invisible signs and decomposed letters hide a name
from a search, but not from a reader.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ..text.normal_form import normalized
from ..text.tags import TAG
from .escapes import PERCENT, REFERENCE, letter, referred

# Stands where one block of HTML ends and the next begins.
BREAK: Final = "\x01"  # seen by nobody, and no white space
_MARKS = r"\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_UNSEEN = (
    r"\x00\x02-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)
_PART = rf"(?P<reference>{REFERENCE})|(?P<percent>{PERCENT})|[^&<%]+|[&<%]"
_IN_TEXT, _IN_TAGS = re.compile(rf"(?P<tag>{TAG})|{_PART}"), re.compile(rf"(?P<tag>(?!))|{_PART}")
# A letter with its marks, what is not seen, and letters that have another form with the same meaning.
_ODD = re.compile(rf"[^\W_](?:[{_UNSEEN}]*[{_MARKS}])+|[{_UNSEEN}]+|[{_MARKS}]+|[^\x00-\x7fåäöÅÄÖéÉüÜ–—’”…]")
_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol"
    r"|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)(?![\w-])",
    re.IGNORECASE,
)
_LINE = re.compile(r"<br(?![\w-])", re.IGNORECASE)
# A hyphen between two lines. Texts that are read from files often have a space where the line ended.
_BROKEN = re.compile(rf"(?<=\S)[-\u2010\u2011\u00ad][\s{BREAK}]{{1,20}}(?=[^\W\d_])")
_MAY_BE_BROKEN = re.compile(
    r"(?:[-\u2010\u2011\u00ad]|&(?:amp;){0,3}(?:shy|hyphen|dash|\#173|\#[xX][aA][dD]|\#820[89]);)[\s<&]"
)
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


def shown(source: str, *, tags: bool, whole: bool = False) -> Shown:
    """``source`` as it is read; with ``tags``, tags and their attributes count as text; with ``whole``, a word that
    goes on in the next line is one word."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in (_IN_TAGS if tags else _IN_TEXT).finditer(source):
        read = _read(match)
        letters.append(read)
        if read == match[0]:
            starts += range(match.start(), match.end())
            ends += range(match.start() + 1, match.end() + 1)
        else:
            starts += [match.start()] * len(read)
            ends += [match.end()] * len(read)
    raw = Shown(source, "".join(letters), starts, ends)
    raw = _reread(raw, _BROKEN, lambda _: "") if whole else raw
    return raw if raw.text.isascii() else _reread(raw, _ODD, composed)


def without_breaks(text: str) -> str:
    """``text`` with words whole that go on in the next line."""
    return _BROKEN.sub("", text)


def may_be_broken(source: str) -> bool:
    """Whether a word may go on in the next line of ``source``."""
    return bool(_MAY_BE_BROKEN.search(source))


def _read(match: re.Match[str]) -> str:
    if match["reference"]:
        return referred(match[0])
    if match["percent"]:
        return letter(match[0])
    if match["tag"]:
        return BREAK if _BLOCK.match(match[0]) else "\n" if _LINE.match(match[0]) else ""
    return match[0]


def _reread(raw: Shown, pattern: re.Pattern[str], reading: Callable[[str], str]) -> Shown:
    """``raw`` with what matches ``pattern`` as ``reading`` gives it."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match in pattern.finditer(raw.text):
        read = reading(match[0])
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
