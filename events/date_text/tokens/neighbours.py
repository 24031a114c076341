"""What tokens mean beside each other: "Storgatan 7", "15 platser", "trosdag 7", "7 feburari"."""

from dataclasses import replace

from . import vocabulary as words
from .token import Kind, Token

_LIKELY_RANGE = 3  # "Träff 3 - 5 mars" may be three days; "Träff 1 - 20 mars" is the first meeting
_NUMERIC = (Kind.NUMBER, Kind.DAYMONTH, Kind.DATE, Kind.SHORT, Kind.DEN)


def settle(tokens: list[Token]) -> list[Token]:
    """The tokens again, with names and counts taken out of the way of dates, and misspelt words understood."""
    settled: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        following = tokens[index + 1 : index + 4]
        width, token = _named_number(token, following) or _count(token, following, settled) or (1, token)
        if token.kind is Kind.WORD:
            token = _word_by_place(token, settled, following)
        settled.append(_glue(token, settled))
        index += width
    return settled


def _named_number(token: Token, following: list[Token]) -> tuple[int, Token] | None:
    """'Träff 3' and 'Storgatan 7' as one opaque token, unless the number is the day of a month."""
    if token.kind is not Kind.WORD or not following:
        return None
    if token.text in words.ROOMS and following[0].kind is Kind.CLOCK:  # "Rum 4.12"
        return 2, Token(Kind.OPAQUE, f"{token.text} {following[0].text}", token.start, following[0].end)
    if following[0].kind not in (Kind.NUMBER, Kind.YEAR):
        return None
    thing, street = token.text in words.NUMBERED_THINGS, words.STREET.search(token.text)
    if not (thing or street) or following[0].end - token.end > 8:
        return None
    after = [next_token.kind for next_token in following[1:]]
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


def _count(token: Token, following: list[Token], before: list[Token]) -> tuple[int, Token] | None:
    """'15 platser' as one opaque token."""
    if token.kind is Kind.DAYMONTH and following and following[0].text in ("dag", "dagar", "timme", "tim"):
        return 2, Token(Kind.OPAQUE, token.text, token.start, following[0].end)  # "1/2 dag"
    if token.kind is not Kind.NUMBER or not following or (before and before[-1].kind is Kind.KL):
        return None
    unit = following[0]
    if (unit.kind is Kind.WORD and words.COUNTED.fullmatch(unit.text)) or unit.text == "%":
        return 2, Token(Kind.OPAQUE, f"{token.text} {unit.text}", token.start, unit.end)
    return None


def _word_by_place(token: Token, before: list[Token], following: list[Token]) -> Token:
    """A weekday of two letters before a date, a misspelt weekday before it or a misspelt month after the day."""
    if following and following[0].kind in _NUMERIC:
        letters = words.WEEKDAY_LETTERS.get(token.text)
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
