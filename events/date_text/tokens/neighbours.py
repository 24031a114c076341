"""What tokens mean beside each other: "Storgatan 7", "15 platser", "trosdag 7", "7 feburari"."""

from dataclasses import replace

from . import vocabulary as words
from .token import Kind, Token

_LIKELY_RANGE = 3  # "Träff 3 - 5 mars" may be three days; "Träff 1 - 20 mars" is the first meeting
_NUMERIC = (Kind.NUMBER, Kind.DAYMONTH, Kind.DATE, Kind.SHORT, Kind.DEN)
_GO_ON = (Kind.MONTH, Kind.DASH, Kind.TILL, Kind.AND, Kind.COMMA, Kind.DAYMONTH, Kind.NUMBER)
_MOST_NUMBERED = 9  # groups and parts have low numbers
_DAY_WORDS = (Kind.WEEKDAY, Kind.WEEKDAYS, Kind.DEN)


def settle(tokens: list[Token], line: str) -> list[Token]:
    """The tokens of the line again: names and counts out of the way of dates, misspelt words understood."""
    settled: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        following = tokens[index + 1 : index + 6]
        width, token = _named_number(token, following) or _count(token, following, settled, line) or (1, token)
        token = _dotted_day(token, following, settled)
        if token.kind is Kind.WORD:
            token = _word_by_place(token, settled, following)
        settled.append(_glue(token, settled))
        index += width
    for at in range(len(settled) - 3, -1, -1):  # "6.5, 8.5 och 13.5 kl 9"
        joint, last = settled[at + 1], settled[at + 2]
        full = last.kind is Kind.DATE and last.text.count(".") == 2  # "18.1, 15.2 och 15.3.2027"
        clock = settled[at].kind is Kind.CLOCK and "." in settled[at].text
        day = replace(settled[at], kind=Kind.BAD) if clock else settled[at]
        if joint.kind in (Kind.COMMA, Kind.AND) and (last.dotted or full) and _is_dotted(day):
            settled[at] = replace(settled[at], kind=Kind.DAYMONTH, dotted=True)
    return settled


def _named_number(token: Token, following: list[Token]) -> tuple[int, Token] | None:
    """'Träff 3' and 'Storgatan 7' as one opaque token, unless the number is the day of a month."""
    if token.kind is not Kind.WORD or not following:
        return None
    if _numbers_room(token, following):  # "Rum 4.12"
        return 2, Token(Kind.OPAQUE, f"{token.text} {following[0].text}", token.start, following[0].end)
    if following[0].kind not in (Kind.NUMBER, Kind.YEAR):
        return None
    numbered = token.text in words.NUMBERED_THINGS or (token.text == "år" and following[0].kind is Kind.NUMBER)
    thing = numbered
    street = following[0].kind is not Kind.YEAR and words.STREET.search(token.text)  # "Tidsplan 2027"
    if not (thing or street) or following[0].end - token.end > 8:
        return None
    if thing and (width := _width_of_numbers(token, following)):  # "Grupp 3 och 4", "Dag 1 av 2"
        return width, Token(Kind.OPAQUE, token.text, token.start, following[width - 2].end)
    after = [next_token.kind for next_token in following[1:3]]
    range_of_days = after == [Kind.DASH, Kind.NUMBER]
    if after[:1] == [Kind.MONTH] or (range_of_days and following[0].end == following[1].start and not street):
        return None
    unsure = bool(thing and after and after[0] in (Kind.COMMA, Kind.AND) and after[-1] is Kind.NUMBER)
    if range_of_days and thing:
        unsure = 0 < following[2].value[0] - following[0].value[0] <= _LIKELY_RANGE
    if street and range_of_days:  # "Kungsgatan 7-9"
        return 4, Token(Kind.OPAQUE, token.text, token.start, following[2].end)
    joined = Token(Kind.OPAQUE, f"{token.text} {following[0].text}", token.start, following[0].end, unsure=unsure)
    return 2, joined


def _numbers_room(token: Token, following: list[Token]) -> bool:
    """Whether figures with a full stop between are a room's number, and no hours: "Rum 4.12", "lokal B 11.30"."""
    if token.text not in words.ROOMS or following[0].kind not in (Kind.CLOCK, Kind.BAD, Kind.DAYMONTH):
        return False
    ranged = len(following) > 2 and following[1].kind in (Kind.DASH, Kind.TILL)
    return not (ranged and following[0].kind is Kind.CLOCK and following[2].kind in (Kind.CLOCK, Kind.NUMBER))


def _width_of_numbers(token: Token, following: list[Token]) -> int:
    """How many tokens a name with two numbers takes, or 0 where the last may be a day or an hour."""
    if len(following) < 3 or [following[0].kind, following[2].kind] != [Kind.NUMBER, Kind.NUMBER]:
        return 0
    joint, end = following[1], following[3:4]
    if joint.text in ("av", "of") and not (end and end[0].kind is Kind.MONTH):
        return 4
    if end and (end[0].kind in _GO_ON or end[0].text in words.MONTHS):
        return 0
    listed = joint.kind in (Kind.AND, Kind.DASH) and token.text not in words.MEETING_THINGS
    return 4 if listed and following[0].value[0] < following[2].value[0] <= _MOST_NUMBERED else 0


def _count(token: Token, following: list[Token], before: list[Token], line: str) -> tuple[int, Token] | None:
    """'15 platser' as one opaque token."""
    if token.kind is Kind.DAYMONTH and following and following[0].text in ("dag", "dagar", "timme", "tim"):
        return 2, Token(Kind.OPAQUE, token.text, token.start, following[0].end)  # "1/2 dag"
    if token.kind is not Kind.NUMBER or not following or (before and before[-1].kind is Kind.KL):
        return None
    if _ends_hours(token, following[0], before, line):
        return None
    unit = following[0]
    if (unit.kind is Kind.WORD and words.COUNTED.fullmatch(unit.text)) or unit.text == "%":
        return 2, Token(Kind.OPAQUE, f"{token.text} {unit.text}", token.start, unit.end)
    return None


def _ends_hours(token: Token, unit: Token, before: list[Token], line: str) -> bool:
    """Whether a figure ends a range of hours, "kl 9-11 Barn och unga", and counts nothing: "för 9-11 elever"."""
    if len(before) < 2 or before[-1].kind not in (Kind.DASH, Kind.TILL) or token.value[0] > 24:
        return False
    begin, earlier = before[-2], before[-3:-2]
    if begin.kind is Kind.CLOCK or (earlier and earlier[0].kind is Kind.KL):
        return True
    dated = not earlier or earlier[0].kind in (Kind.MONTH, Kind.YEAR, Kind.CELL, Kind.COMMA, *_NUMERIC)
    return begin.kind is Kind.NUMBER and dated and line[unit.start].isupper()


def _is_dotted(token: Token) -> bool:
    """Whether figures with a full stop between, "9.2", could be a day and a month."""
    if token.kind is not Kind.BAD or len(token.value) != 2 or ":" in token.text:
        return False
    return 1 <= token.value[0] <= 31 and 1 <= token.value[1] <= 12


def _dotted_day(token: Token, following: list[Token], before: list[Token]) -> Token:
    """Finland's "9.2" as the day it is, where the words beside it leave no doubt: "ti 9.2", "den 9.2", "9.2 kl 18"."""
    clock = token.kind is Kind.CLOCK and "." in token.text
    if not _is_dotted(replace(token, kind=Kind.BAD) if clock else token):
        return token
    first = before[-1] if before else None
    if first and (first.kind is Kind.KL or first.text in words.NUMBERED_THINGS - words.MEETING_THINGS):
        return token
    named = _names_day(before)
    timed = _time_follows(following, clock)
    ended = token.text.endswith(".") and not following and not before
    ranged = (
        bool(following[:1]) and following[0].kind is Kind.DASH and following[1:2] and following[1].kind is Kind.DATE
    )
    sure = (named and (timed or (first is not None and first.kind is Kind.DEN))) if clock else named or timed or ranged
    if not sure and not ended and not (clock and timed and first is None):
        return token
    return replace(token, kind=Kind.DAYMONTH, dotted=True, unsure=not sure)


def _names_day(before: list[Token]) -> bool:
    """Whether a weekday or "den" leads up to the figures: "ti 9.2", "tisdag, 9.2", "den 9.2"."""
    near = [token for token in before[-2:] if token.text not in (",", ".")]
    listed = len(before) > 1 and before[-1].kind in (Kind.COMMA, Kind.AND) and before[-2].dotted
    return listed or (bool(near) and (near[-1].kind in _DAY_WORDS or near[-1].text in words.WEEKDAY_LETTERS))


def _time_follows(following: list[Token], clock: bool) -> bool:
    after = following[1:2] if following and following[0].text in (".", ",") else following[:1]
    return bool(after) and (after[0].kind is Kind.KL or (not clock and after[0].kind is Kind.CLOCK))


def _word_by_place(token: Token, before: list[Token], following: list[Token]) -> Token:
    """A weekday of two letters before a date, a misspelt weekday before it or a misspelt month after the day."""
    dotted = bool(following) and following[0].kind in (Kind.BAD, Kind.CLOCK) and "." in following[0].text
    if following and (following[0].kind in _NUMERIC or (dotted and len(token.text) == 2)):
        letters = words.WEEKDAY_LETTERS.get(token.text)
        if token.text == "on" and before and before[-1].text in words.BEFORE_ON:
            return token
        day = letters if letters is not None else words.misspelt_weekday(token.text)
        if day is not None:
            return replace(token, kind=Kind.WEEKDAY, value=(day,), misspelt=letters is None)
    if before and before[-1].kind is Kind.NUMBER and 1 <= before[-1].value[0] <= 31:
        month = words.misspelt_month(token.text)
        if month is not None:
            return replace(token, kind=Kind.MONTH, value=(month,), misspelt=True)
    return token


def _glue(token: Token, before: list[Token]) -> Token:
    """Marks a token that follows another without a space where people write one: 'Torsdag13', '27augusti'."""
    if not before or before[-1].end != token.start:
        return token
    pair = (before[-1].kind, token.kind)
    return replace(token, glued=True) if pair in _SPACED_PAIRS and not before[-1].text.endswith(".") else token


_SPACED_PAIRS = {
    (Kind.WEEKDAY, Kind.NUMBER), (Kind.WEEKDAY, Kind.DAYMONTH), (Kind.NUMBER, Kind.MONTH), (Kind.MONTH, Kind.NUMBER),
    (Kind.MONTH, Kind.YEAR), (Kind.WORD, Kind.NUMBER), (Kind.WORD, Kind.DAYMONTH), (Kind.MONTH, Kind.KL),
    (Kind.DEN, Kind.NUMBER), (Kind.YEAR, Kind.KL),
}  # fmt: skip
