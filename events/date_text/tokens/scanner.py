"""From a line of text to typed tokens: what each piece of ink can mean before anyone asks what the line says."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

from . import vocabulary as words
from .neighbours import settle
from .token import Kind, Token

LETTER = r"[^\W\d_]"
_MIDDLE = r"(?:-{0}-|/{0}/|\.[ ]?{0}\.[ ]?)".format(r"\d{1,2}")
# One alternative per kind of ink, the most special first. No alternative holds a group of its own.
_PATTERN = re.compile(
    rf"""
      (?P<opaque>(?:https?://|www\.)\S+ | [\w.+-]{{1,64}}@[\w.-]{{1,255}}
        | \+\d{{1,3}}(?:[ ]?\(0\))?(?:[ -]{{0,3}}\d{{1,4}}){{2,6}}
        | 0\d{{1,3}}[ ]?-[ ]?
          (?:\d{{5,8}}|\d{{3}}(?:[ ]\d{{2,3}}){{1,3}}|\d{{2}}(?:[ ]\d{{2}}){{2,3}}|\d{{3}}[ ]\d{{4,5}})
          (?![\d.:])
        | 0\d{{1,3}}[ ]\d{{3}}[ ]\d{{2}}[ ]\d{{2}}(?!\d)
        | \d{{6}}-\d{{4}}(?!\d) | §+[ ]?\d+ | \#\d+ | (?:dnr|diarienr|diarienummer)[.:]*[ ]*\S+
        | \d{{3}}[ ]\d{{2}}(?=[ ]+(?-i:[A-ZÅÄÖ])) | (?<![-.:])\d{{1,3}}(?:[ ]\d{{3}})+(?![\d-]))
    | (?P<iso>(?:19|20)\d\d{_MIDDLE}\d{{1,2}}(?!\d)(?:-{{1,2}}\d{{1,2}}(?![\d-]|[.:]\d))?(?:t(?=\d\d:\d))?)
    | (?P<compact>20\d\d(?:0[1-9]|1[0-2])[0-3]\d(?!\d))
    | (?P<six>[0-4]\d(?:0[1-9]|1[0-2])[0-3]\d(?!\d)(?:-\d{{1,2}}(?!\d|[.:]\d))?)
    | (?P<dmy>\d{{1,2}}{_MIDDLE}(?:19|20)\d\d(?!\d))
    | (?P<short>\d{{1,2}}{_MIDDLE}\d\d(?!\d|[.:]\d))
    | (?P<years>(?:19|20)\d\d[ ]?[-/][ ]?(?:20)?\d\d(?!\d|[.:]\d))
    | (?P<daymonth>\d{{1,2}}/\d{{1,2}}(?![\d/]))
    | (?P<clock>\d{{1,2}}[.:]\d\d(?::\d\d)?(?!\d))
    | (?P<dotted>\d{{1,2}}\.\d(?!\d)(?:\.(?!\w))?)
    | (?P<ordinal>\d{{1,2}}:?(?:e|a|de|dje|te)(?!\w))
    | (?P<year>(?:199\d|20\d\d)(?!\d))
    | (?P<number>\d+)
    | (?P<week>(?:v(?:ecka|eckan|k)?[.:]?[ ]?\d{{1,2}}|veckorna[ ]\d{{1,2}}[ ]?(?:-|och)[ ]?\d{{1,2}})
        (?![\d]|[./:]\d))
    | (?P<kl>kl(?:ockan)?(?!{LETTER})[.:]{{0,2}})
    | (?P<abbreviation>{LETTER}{{1,2}}(?:\.{LETTER}{{1,2}}(?!{LETTER}))+\.?)
    | (?P<word>{LETTER}+(?::(?-i:s|n|t|en|ns|are)(?!{LETTER}))?)
    | (?P<cell>[ ]*[\t|][\t| ]*|[ ]{{3,}})
    | (?P<space>[ ]+)
    | (?P<mark>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u00b9\u00b2\u00b3"
# Full-width punctuation and the ratio signs that Asian keyboards and slide programs write between figures.
_WIDE_SIGNS, _PLAIN_SIGNS = "\uff1a\u2236\ua789\ufe55\uff0e\uff0f\uff0c\uff1b\uff08\uff09\uff20\uff5e", "::::./,;()@-"
_PLAIN = str.maketrans(
    dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_INVISIBLE, "")
    | dict(zip(_WIDE_SIGNS, _PLAIN_SIGNS, strict=True))
)
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
_GLUED_NAME = re.compile(r"[.\-]?\d{1,4}[a-z]{0,2}(?![\w/]|[.:]\d)", re.IGNORECASE)
_MONTH = "|".join(sorted(words.MONTHS, key=len, reverse=True))
_GLUED_DAY = re.compile(rf"[.\-]?\d{{1,2}}(?::?[ea])?\s*(?:{_MONTH})(?!{LETTER})", re.IGNORECASE)
_MARKS: Mapping[str, Kind] = {
    "-": Kind.DASH, ",": Kind.COMMA, ";": Kind.COMMA, "&": Kind.AND, "+": Kind.AND,
    "(": Kind.OPEN, "[": Kind.OPEN, ")": Kind.CLOSE, "]": Kind.CLOSE,
}  # fmt: skip


def plain(line: str) -> str:
    """The line with one kind of space, dash and digit, and without invisible characters and footnote figures."""
    if not line.isascii():
        line = _FOREIGN_DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), line.translate(_PLAIN))
    return line.rstrip()


@lru_cache(maxsize=512)
def tokenize(line: str) -> tuple[Token, ...]:
    """The tokens of a `plain` line, in order. Single spaces give none; a run of them parts columns."""
    tokens: list[Token] = []
    position = 0
    while match := _PATTERN.match(line, position):
        group = match.lastgroup or "mark"
        token = _READERS[group](match)
        if group != "space":
            tokens.append(token)
        position = token.end
    return tuple(settle(tokens, line))


def _token(match: re.Match[str], kind: Kind, value: tuple[int, ...] = (), end: int | None = None) -> Token:
    stop = match.end() if end is None else end
    return Token(kind, match.string[match.start() : stop].lower(), match.start(), stop, value)


def _figures(match: re.Match[str]) -> tuple[int, ...]:
    return tuple(int(figure) for figure in re.findall("[0-9]+", match[0]))


def _as(kind: Kind) -> Callable[[re.Match[str]], Token]:
    return lambda match: _token(match, kind, _figures(match))


def _iso(match: re.Match[str]) -> Token:
    return _token(match, Kind.DATE, _figures(match))


def _compact(match: re.Match[str]) -> Token:
    ink = match[0]
    return _token(match, Kind.DATE, (int(ink[:4]), int(ink[4:6]), int(ink[6:])))


def _six(match: re.Match[str]) -> Token:
    ink = match[0]
    last = (int(ink[7:]),) if len(ink) > 6 else ()
    date = Token(
        Kind.DATE, ink, match.start(), match.end(), (2000 + int(ink[:2]), int(ink[2:4]), int(ink[4:6]), *last)
    )
    return Token(date.kind, date.text, date.start, date.end, date.value, unsure=True)


def _dmy(match: re.Match[str]) -> Token:
    day, month, year = _figures(match)
    return _token(match, Kind.DATE, (year, month, day))


def _short(match: re.Match[str]) -> Token:
    # R66: "11-12-13" must not be written, since nobody knows which figure is the year.
    return _token(match, Kind.BAD if "-" in match[0] else Kind.SHORT, _figures(match))


def _years(match: re.Match[str]) -> Token:
    first, second = _figures(match)
    if second % 100 == (first + 1) % 100:
        return _token(match, Kind.YEARS, (first,))
    return _token(match, Kind.YEAR, (first,), match.start() + 4)


def _day_month(match: re.Match[str]) -> Token:
    day, month = _figures(match)
    possible = 1 <= day <= 31 and 1 <= month <= 12
    return _token(match, Kind.DAYMONTH if possible else Kind.BAD, (day, month))


def _clock(match: re.Match[str]) -> Token:
    hour, minute = _figures(match)[:2]
    possible = hour <= 23 and minute <= 59
    return _token(match, Kind.CLOCK if possible else Kind.BAD, (hour, minute))


def _week(match: re.Match[str]) -> Token:
    week = _figures(match)[0]
    return _token(match, Kind.WEEK if 1 <= week <= 53 else Kind.OPAQUE, (week,))


def _word(match: re.Match[str]) -> Token:
    """A word by its meaning, joined with a figure that is part of a name: 'F7', 'covid-19'."""
    text = match[0].lower().rstrip(".")
    line, end = match.string, match.end()
    stop = end + 1 if line[end : end + 1] == "." else end
    if text in words.MONTHS:
        return _token(match, Kind.MONTH, (words.MONTHS[text],), stop if text in words.MONTH_ABBREVIATIONS else end)
    if text in words.WEEKDAYS:
        return _token(match, Kind.WEEKDAY, (words.WEEKDAYS[text],), stop if len(text) < 5 else end)
    if text in words.PLURAL_WEEKDAYS:
        return _token(match, Kind.WEEKDAYS, (words.PLURAL_WEEKDAYS[text],))
    if text in words.DAY_PARTS:
        return _token(match, Kind.PART, (), end)
    if text in _CONNECTING:
        return _token(match, _CONNECTING[text])
    name = _GLUED_NAME.match(line, end)
    if name and text not in words.WEEKDAY_LETTERS and not _GLUED_DAY.match(line, end):
        return _token(match, Kind.OPAQUE, (), name.end())
    return _token(match, Kind.WORD)


_CONNECTING = (
    dict.fromkeys(words.RANGE_WORDS, Kind.TILL) | dict.fromkeys(words.AND_WORDS, Kind.AND) | {"den": Kind.DEN}
)
_READERS: Mapping[str, Callable[[re.Match[str]], Token]] = {
    "opaque": _as(Kind.OPAQUE), "iso": _iso, "compact": _compact, "six": _six, "dmy": _dmy, "short": _short,
    "years": _years, "daymonth": _day_month, "clock": _clock, "dotted": _as(Kind.BAD), "ordinal": _as(Kind.NUMBER),
    "year": _as(Kind.YEAR), "number": _as(Kind.NUMBER), "week": _week, "kl": _as(Kind.KL),
    "abbreviation": _word, "word": _word, "cell": _as(Kind.CELL), "space": _as(Kind.MARK),
    "mark": lambda match: _token(match, _MARKS.get(match[0], Kind.MARK)),
}  # fmt: skip
