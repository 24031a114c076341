"""Lines that a scanner has misread, or a table whose columns a copy has lost: a row from them would be a guess."""

import re

from ..tokens.vocabulary import MONTHS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_LONGEST = 300
# A letter in the place of a figure or the reverse: "l4", "I0", "9-1l", "kI.", "2O27".
_MISREAD = re.compile(
    r"(?<!\w)(?:[lIO|]\d{1,2}|[0-3]?\d[lO]|k[I1|]|\d[\dO]?[-\u2013.:][lI|][lI|\dO]?|\d+O[\dO]*)(?!\w)"
)
_MISREAD_DATE = re.compile(
    rf"(?<!\w)(?:[lIO|]\d|\d[lO])[.\s]*(?:{_MONTH}|\w(?: \w)+)(?!\w)|(?<!\w)(?:\d+O[\dO]*|O\d)-[\dlIO]+", re.IGNORECASE
)
_BARE_DAYS = re.compile(rf"(?:{_MONTH})\.?(?: \d{{1,2}}){{2,}}", re.IGNORECASE)  # "jan 13 27 5"
_COLUMNS = re.compile(r"(?<!\w)(?:datum|tid|plats|dag|lokal|klockslag)(?!\w)", re.IGNORECASE)
_MOST_WORDS = 12


def is_wreck(text: str) -> bool:
    """Whether figures and letters on the line have changed places, or it holds days that have lost their columns."""
    ink = text[:_LONGEST]
    if _BARE_DAYS.fullmatch(ink.strip()):
        return True
    return len(_MISREAD.findall(ink)) > 1 or bool(_MISREAD_DATE.search(ink))


def is_flattened_head(text: str) -> bool:
    """Whether a line heads a table that has lost its columns, with one of them twice: "Datum Tid Datum"."""
    if len(text) > _LONGEST or "\t" in text:
        return False
    words = text.split()
    names = [word.lower() for word in words if _COLUMNS.fullmatch(word)]
    return len(words) <= _MOST_WORDS and len(names) == len(words) > 2 and len(set(names)) < len(names)
