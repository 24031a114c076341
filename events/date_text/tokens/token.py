"""The kinds of token that a line is made of."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a token is; in brackets what its `value` holds."""

    WORD = "word"
    NUMBER = "number"  # (number,)
    YEAR = "year"  # (year,)
    YEARS = "years"  # (first year,) of "2025/26" and "2025-2026"
    DATE = "date"  # (year, month, day) or (year, month, day, last day)
    SHORT = "short"  # (day, month, two-digit year) of "7.2.20"
    DAYMONTH = "daymonth"  # (day, month) of "7/2"
    CLOCK = "clock"  # (hour, minute)
    BAD = "bad"  # a date or clock that cannot be, or that two people read differently
    MONTH = "month"  # (month,)
    WEEKDAY = "weekday"  # (0-6,), Monday first
    WEEKDAYS = "weekdays"  # "fredagar", as WEEKDAY
    WEEK = "week"  # (ISO week,)
    KL = "kl"
    DASH = "dash"
    TILL = "till"
    AND = "and"
    COMMA = "comma"
    DEN = "den"
    PART = "part"  # a part of the day; `text` is a key of vocabulary.DAY_PARTS
    OPAQUE = "opaque"  # digits that name something else: an address, a telephone number, "Träff 3", "15 platser"
    OPEN = "open"
    CLOSE = "close"
    CELL = "cell"  # a tab, a bar or a run of spaces: the border between two columns
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is the ink in lower case; `start` and `end` are offsets in the plain line, half-open."""

    kind: Kind
    text: str
    start: int
    end: int
    value: tuple[int, ...] = ()
    glued: bool = False  # a space is missing between this token and its neighbour
    misspelt: bool = False
    dotted: bool = False  # a day and month written "9.2"
    unsure: bool = False  # another reading is as good: six digits, or "Träff 3, 7 februari"
