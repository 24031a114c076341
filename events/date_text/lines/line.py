"""A line of the text, with the dates and times that it mentions and the ink that is left."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from ..tokens.date_grammar import read_dates_at
from ..tokens.mention_search import find_mentions
from ..tokens.mentions import DateMention, Mention, TimeMention
from ..tokens.scanner import plain, tokenize
from ..tokens.token import Token

_BULLET = re.compile(r"\s*(?:[>•·▪●○◦‣∙■□–—*+o\-]+(?=\s)\s*|[•·▪●○◦‣∙■□☐✓]\s*)+")
_NUMBERED = re.compile(r"\s*\(?\d{1,2}[.)]\s+(?=\D{0,12}\d)")
_MARKUP = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|__(?=\S)(.+?)(?<=\S)__|~~")
_STRUCK = re.compile(r"~~[^~]*~~")
_FOOTNOTE = re.compile(r"(?<=\S)\s?\*{1,3}(?=\s|$|[,.;)])")
_CELLS = re.compile(r"\s*[\t|]\s*")
_ENDS = re.compile(
    r"[\s,;-]*(?:(?:och|and)\s+)?"
    r"(?:(?:vi )?(?:håller på|är klara|är färdiga|kör|pågår)(?: fram)?(?: till)?|slut\w*|avslut\w*|vi slutar|till ca"
    r"|(?:(?:beräknas|väntas|planeras|tänker)(?: vi)?(?: att)? )?(?:sluta|avsluta|avslutas"
    r"|vara (?:slut|klara?|färdiga?)|hålla på till|pågå till)"
    r"|(?:end|finish)(?:e?s)?(?:\s+at)?)"
    r"(?:\s+(?:senast|ca|cirka|omkring|runt|vid))?[\s:]*(?:kl\.?\s*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Line:
    """`raw` as pasted; `text` without bullets, markup and footnote marks, on which all offsets count."""

    raw: str
    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    struck: bool = False  # the whole line is struck out, "~~7 februari~~"
    struck_parts: tuple[str, ...] = ()  # parts that were, each within ~~, and are left out of `text`
    footnotes: bool = False  # ends a word with an asterisk
    bullet: str = ""

    @property
    def dates(self) -> tuple[DateMention, ...]:
        return tuple(mention for mention in self.mentions if isinstance(mention, DateMention))

    @property
    def times(self) -> tuple[TimeMention, ...]:
        return tuple(mention for mention in self.mentions if isinstance(mention, TimeMention))

    def in_bracket(self, at: int) -> bool:
        """Whether the character stands inside a bracket."""
        return self.text.count("(", 0, at) > self.text.count(")", 0, at)

    def without_times(self) -> str:
        """The text with a line feed where each time was."""
        text = self.text
        for mention in reversed(self.times):
            text = f"{text[: mention.start]}\n{text[mention.end :]}"
        return text

    @cached_property
    def unread(self) -> tuple[Token, ...]:
        """The tokens that no mention holds."""
        held = {at for mention in self.mentions for at in range(mention.start, mention.end)}
        return tuple(token for token in self.tokens if token.start not in held)


@lru_cache(maxsize=512)
def read_line(raw: str, month: int | None = None, *, labelled_time: bool = False) -> Line:
    """The line as read.

    `month`, of a heading above, lets days stand alone; `labelled_time` lets hours stand alone ("Tid: 9-12").
    """
    text, bullet = _without_bullet(plain(raw))
    struck = _is_struck(text)
    standing = text if struck else re.sub(rf" ?{_STRUCK.pattern} ?", " ", text)
    unmarked = _MARKUP.sub(lambda match: match[1] or match[2] or "", standing).strip(" \t")
    clean = _FOOTNOTE.sub("", unmarked).strip(" \t")
    tokens = tokenize(clean)
    mentions = _with_ends(clean, find_mentions(tokens, month, labelled_time=labelled_time))
    return Line(
        raw,
        clean,
        tokens,
        tuple(mentions),
        struck=struck,
        struck_parts=() if struck else tuple(_STRUCK.findall(text)),
        footnotes=clean != unmarked,
        bullet=bullet,
    )


def _is_struck(text: str) -> bool:
    """Whether the line is struck out, all of it or all that has figures: "~~9 februari~~ utgår"."""
    if "~~" not in text:
        return False
    return not re.search(r"\d", _STRUCK.sub(" ", text)) and bool(re.search(r"\d", text))


def _with_ends(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with "börjar kl 9 och slutar kl 12" as one range of times."""
    joined: list[Mention] = []
    for mention in mentions:
        whole = _one_range(text, joined[-1], mention) if joined else None
        if whole:
            joined[-1] = whole
        elif around := _around_date(text, joined[-2:], mention):
            joined[-2:] = around
        else:
            joined.append(mention)
    return joined


def _one_range(text: str, first: Mention, last: Mention) -> TimeMention | None:
    """The range that two single times are, by the words or the border of columns between them."""
    if not isinstance(first, TimeMention) or not isinstance(last, TimeMention) or first.last or last.last:
        return None
    ink = text[first.end : last.start]
    if not first.first or not last.first or last.first <= first.first:
        return None
    if _ENDS.fullmatch(ink):
        return replace(first, end=last.end, last=last.first, remarks=first.remarks + last.remarks)
    if _CELLS.fullmatch(ink):
        return replace(first, end=last.end, last=last.first, remarks=(*first.remarks, *last.remarks, "lost_dash"))
    return None


def _around_date(text: str, before: Sequence[Mention], closing: Mention) -> list[Mention] | None:
    """ "kl 9 den 23 mars och slutar kl 12": the range of times, and the date with the words of the end."""
    if len(before) < 2 or not isinstance(day := before[1], DateMention) or not isinstance(closing, TimeMention):
        return None
    opening = before[0]
    if not isinstance(opening, TimeMention) or opening.last or closing.last or not (opening.first and closing.first):
        return None
    if closing.first <= opening.first or not _ENDS.fullmatch(text[day.end : closing.start]):
        return None
    remarks = opening.remarks + closing.remarks
    return [replace(opening, last=closing.first, remarks=remarks), replace(day, end=closing.end)]


def _without_bullet(text: str) -> tuple[str, str]:
    """(text, bullet) of a line that may begin with a bullet or a number: "1. 7 februari"."""
    bullet = _BULLET.match(text)
    body = text[bullet.end() :] if bullet else text
    number = _NUMBERED.match(body)
    if number and not _leads_with_date(body):
        return body[number.end() :], number[0].strip()
    return body, bullet[0].strip() if bullet else ""


def _leads_with_date(body: str) -> bool:
    """Whether "7. ..." is the day of a month: "7. februari"."""
    found = read_dates_at(tokenize(body), 0)
    return found is not None and len(found[0].spans) == 1
