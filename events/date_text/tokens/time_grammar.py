"""Clock times in a row of tokens: "kl. 08.30-11.30", "13-16.30", "kl 9 till 12", "kl 0830-1130", "halv nio"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from . import vocabulary as words
from .mentions import TimeMention
from .token import Kind, Token

CLOCK_WORDS = ("halv", "kvart")
ABOUT = {"ca", "cirka", "c:a", "circa", "omkring", "ungefär", "runt", "prel"}
_DAY_START, _DAY_END = time(6), time(22)
_EVENING, _NIGHT = time(16), time(6)  # between these a range reaches into the next day
_MIDNIGHT = (24, 0)
_FIGURES = (Kind.NUMBER, Kind.YEAR)


@dataclass(frozen=True, slots=True)
class _Clock:
    at: time
    next: int  # index of the token after it
    exact: bool  # minutes were written
    about: bool = False
    midnight: bool = False  # written as 24, the end of the day


def read_times(tokens: Sequence[Token], index: int, *, bare: bool = False) -> tuple[TimeMention, int] | None:
    """The times that begin at `index` and the index after them, or None.

    `bare` says that the place makes hours without "kl" and minutes likely ("7 februari 13-16"). Without it a range
    needs "kl" or minutes on one side.
    """
    marked = tokens[index].kind is Kind.KL
    first = _clock(tokens, index + marked, marked)
    if first is None:
        return _lonely_kl(tokens, index) if marked else None
    last = _range_end(tokens, first, marked, bare)
    lost_dash = last is None and first.exact and _adjacent_clock(tokens, first.next)
    if lost_dash:
        last = _clock(tokens, first.next, marked=True)
    if last is None:
        return _single(tokens, index, first, marked)
    if not (marked or first.exact or last.exact) and not (bare and _DAY_START <= first.at < last.at <= _DAY_END):
        return None
    return _mention(tokens, index, first, last, lost_dash)


def _clock(tokens: Sequence[Token], index: int, marked: bool) -> _Clock | None:
    about = index < len(tokens) and tokens[index].kind is Kind.WORD and tokens[index].text in ABOUT
    if about:
        index += 1
        index += index < len(tokens) and tokens[index].text == "."
        marked = marked or (index < len(tokens) and tokens[index].kind is Kind.KL)
        index += index < len(tokens) and tokens[index].kind is Kind.KL
    if index >= len(tokens):
        return None
    token = tokens[index]
    if token.kind is Kind.CLOCK:
        return _Clock(time(token.value[0], token.value[1]), index + 1, exact=True, about=about)
    if token.kind in _FIGURES:
        return _figures(tokens, index, marked, about)
    return _in_words(tokens, index, about) if marked or token.text in CLOCK_WORDS else None


def _figures(tokens: Sequence[Token], index: int, marked: bool, about: bool) -> _Clock | None:
    token, number = tokens[index], tokens[index].value[0]
    if len(token.text) in (3, 4) and token.kind in _FIGURES:
        hour, minute = divmod(number, 100)
        if hour <= 23 and minute <= 59 and (marked or token.text[0] == "0"):
            return _Clock(time(hour, minute), index + 1, exact=True, about=about)
        return None
    if token.kind is not Kind.NUMBER or number > 23 or not token.text.isdigit() or len(token.text) > 2:
        return None
    minutes = _comma_minutes(tokens, index) if marked else None
    if minutes is not None:
        return _Clock(time(number, minutes), index + 3, exact=True, about=about)
    return _Clock(time(number), index + 1, exact=False, about=about)


def _comma_minutes(tokens: Sequence[Token], index: int) -> int | None:
    """The minutes of "8,30", written without a space and not followed by a month."""
    after = tokens[index + 1 : index + 4]
    if len(after) < 2 or after[0].text != "," or after[1].kind is not Kind.NUMBER or len(after[1].text) != 2:
        return None
    glued = tokens[index].end == after[0].start and after[0].end == after[1].start
    if not glued or after[1].value[0] > 59 or (len(after) > 2 and after[2].kind in (Kind.MONTH, Kind.AND)):
        return None
    return after[1].value[0]


def _in_words(tokens: Sequence[Token], index: int, about: bool) -> _Clock | None:
    """'nio', 'halv tio', 'kvart över nio', 'kvart i tio'. Only after "klockan"."""
    texts = [token.text for token in tokens[index : index + 3]]
    if texts[0] in words.NUMBER_WORDS:
        return _Clock(time(words.NUMBER_WORDS[texts[0]]), index + 1, exact=False, about=about)
    if texts[0] == "halv" and len(texts) > 1 and texts[1] in words.NUMBER_WORDS:
        return _Clock(time(words.NUMBER_WORDS[texts[1]] - 1, 30), index + 2, exact=True, about=about)
    if texts[0] == "kvart" and len(texts) == 3 and texts[1] in ("i", "över") and texts[2] in words.NUMBER_WORDS:
        hour = words.NUMBER_WORDS[texts[2]]
        at = time(hour, 15) if texts[1] == "över" else time(hour - 1, 45)
        return _Clock(at, index + 3, exact=True, about=about)
    return None


def _range_end(tokens: Sequence[Token], first: _Clock, marked: bool, bare: bool) -> _Clock | None:
    index = first.next
    between = index >= 2 and any(token.text in ("mellan", "between") for token in tokens[max(0, index - 4) : index])
    if index >= len(tokens) or not (
        tokens[index].kind in (Kind.DASH, Kind.TILL)
        or (between and tokens[index].text in ("och", "and"))
        or (tokens[index].text in ("to", "until") and _adjacent_clock(tokens, index + 1))
    ):
        return None
    index += 1
    if index < len(tokens) and tokens[index].kind is Kind.KL:
        index, marked = index + 1, True
    last = _midnight(tokens, index) or _clock(tokens, index, marked or first.exact or bare)
    # "12.00 - 4 oktober" and "kl 12-24/4": the figure after the dash is a day.
    if last and not last.exact and last.next < len(tokens) and tokens[last.next].kind is Kind.MONTH:
        return None
    return last


def _midnight(tokens: Sequence[Token], index: int) -> _Clock | None:
    """The end of the day, "24.00" or "24", where a range ends."""
    token = tokens[index] if index < len(tokens) else None
    if token is None or token.value != _MIDNIGHT[: len(token.value)] or token.kind not in (Kind.BAD, Kind.NUMBER):
        return None
    return _Clock(time(0), index + 1, exact=len(token.value) == 2, midnight=True) if token.value else None


def _adjacent_clock(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].kind is Kind.CLOCK


def _single(tokens: Sequence[Token], index: int, first: _Clock, marked: bool) -> tuple[TimeMention, int] | None:
    if not (marked or first.exact):
        return None
    remarks = ("about",) if first.about else ()
    return TimeMention(tokens[index].start, tokens[first.next - 1].end, first.at, None, remarks), first.next


def _mention(
    tokens: Sequence[Token], index: int, first: _Clock, last: _Clock, lost_dash: bool
) -> tuple[TimeMention, int]:
    begin, end = tokens[index].start, tokens[last.next - 1].end
    if last.midnight or reaches_midnight(first.at, last.at):
        return TimeMention(begin, end, first.at, last.at, () if last.at == time(0) else ("overnight",)), last.next
    if last.at <= first.at:
        return TimeMention(begin, end, first.at, last.at, ("backward_times",)), last.next
    remarks = ("lost_dash",) * lost_dash + ("about",) * (first.about or last.about)
    return TimeMention(begin, end, first.at, last.at, remarks), last.next


def reaches_midnight(begin: time, end: time) -> bool:
    """Whether hours that run backwards end on the next day: "18-24", "22-02"."""
    return begin >= _EVENING and end <= _NIGHT


def _lonely_kl(tokens: Sequence[Token], index: int) -> tuple[TimeMention, int]:
    return TimeMention(tokens[index].start, tokens[index].end, None, None, ("clock_missing",)), index + 1
