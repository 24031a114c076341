"""Dates in a row of tokens: one day, lists of days, ranges across days, months and years."""

from collections.abc import Sequence
from dataclasses import replace

from .date_runs import Read, spans_of
from .mentions import DateMention, Day
from .time_grammar import read_times
from .token import Kind, Token

_FULL = (Kind.DATE, Kind.SHORT, Kind.DAYMONTH)
_RANGE = (Kind.DASH, Kind.TILL)
_MOST_DAYS = 31  # in one list; without a limit a line of numbers would cost the square of its length
_LIST = (Kind.COMMA, Kind.AND)


def read_dates_at(
    tokens: Sequence[Token], index: int, month: int | None = None, year: int | None = None
) -> tuple[DateMention, int] | None:
    """The dates that begin at `index` and the index after them, or None.

    `month` and `year` are what a heading or the line itself has given before ("Februari 2026: 7, 14 och 21");
    without a month at least one of the days needs one of its own.
    """
    if month is None and not _month_ahead(tokens, index):
        return None
    run = _run(tokens, index)
    if month is None:
        while run and run[-1].bare:
            run.pop()
    if not run:
        return None
    run[-1] = replace(run[-1], joint="")
    end = run[-1].next
    where = (tokens[index].start, tokens[end - 1].end)
    remarks = tuple(code for read in run for code in read.remarks)
    remarks += tuple("misspelt" for token in tokens[index:end] if token.kind is Kind.MONTH and token.misspelt)
    refused = _refusal(tokens, index, run)
    mention = DateMention(
        *where,
        spans=tuple(spans_of(run, month, year)),
        first_time=next((read.time for read in run if read.time), None),
        worded=any(read.joint == "till" for read in run[:-1]),
        remarks=remarks,
        refused=refused,
        tokens=range(index, end),
    )
    return mention, end


def _month_ahead(tokens: Sequence[Token], index: int) -> bool:
    """Whether a month or a whole date is near enough to end a list of days that begins here."""
    near = tokens[index : index + 4 * _MOST_DAYS]
    return any(token.kind in _FULL or token.kind is Kind.MONTH for token in near)


def _run(tokens: Sequence[Token], index: int) -> list[Read]:
    run: list[Read] = []
    while len(run) < _MOST_DAYS and (read := _day(tokens, index)) is not None:
        joint, index = _joint(tokens, read)
        run.append(replace(read, joint=joint))
        if not joint:
            break
    return run


def _joint(tokens: Sequence[Token], read: Read) -> tuple[str, int]:
    """How the day is joined to what follows, and where that begins."""
    index = read.next
    kinds = [token.kind for token in tokens[index : index + 2]]
    if kinds[:1] and kinds[0] in _RANGE and read.last_day is None:
        return ("till" if kinds[0] is Kind.TILL else "range"), index + 1
    if kinds[:1] and kinds[0] in _LIST:
        return "list", index + (2 if kinds == [Kind.COMMA, Kind.AND] else 1)
    follows = index + (kinds[:1] == [Kind.CELL])
    if not read.bare and follows < len(tokens) and tokens[follows].kind in _FULL:
        return "list", follows
    return "", index


def _day(tokens: Sequence[Token], index: int) -> Read | None:
    weekday, last_weekday, every, weak, index = _weekday(tokens, index)
    if index < len(tokens) and tokens[index].kind is Kind.DEN:
        index += 1
    if index >= len(tokens):
        return None
    token = tokens[index]
    glued = ("glued",) if token.glued else ()
    read: Read | None
    if token.kind is Kind.DATE:
        year, month, day = token.value[:3]
        last = token.value[3] if len(token.value) > 3 else None
        codes = (*glued, "six_figures") if token.unsure else glued
        read = Read(Day(day, month, year), index + 1, last, remarks=codes)
    elif token.kind is Kind.SHORT:
        day, month, year = token.value
        read = Read(Day(day, month, 2000 + year), index + 1, remarks=(*glued, "short_year"))
    elif token.kind is Kind.DAYMONTH:
        day, month = token.value
        codes = (*glued, "dotted") if token.unsure else glued
        read = _with_year(tokens, Read(Day(day, month), index + 1, remarks=codes))
    elif token.kind is Kind.NUMBER and 1 <= token.value[0] <= 31 and not token.text.startswith("00"):
        read = _numbered(tokens, index, glued)
    else:
        return None
    day_read = replace(read.day, weekday=weekday, weak_weekday=weak)
    return replace(read, day=day_read, last_weekday=last_weekday, every_weekday=every)


def _weekday(tokens: Sequence[Token], index: int) -> tuple[int | None, int | None, bool, bool, int]:
    """(weekday, last weekday of a range, holds for every day of the list, weak, index after)."""
    token = tokens[index] if index < len(tokens) else None
    if token is None or token.kind not in (Kind.WEEKDAY, Kind.WEEKDAYS):
        return None, None, False, False, index
    weak = token.misspelt or len(token.text.rstrip(".")) == 2
    last: int | None = None
    index += 1
    following = tokens[index : index + 2]
    if len(following) == 2 and following[0].kind in (*_RANGE, Kind.AND) and following[1].kind is Kind.WEEKDAY:
        last, index = following[1].value[0], index + 2
    if index < len(tokens) and tokens[index].text in (",", ".", ":"):
        index += 1
    return token.value[0], last, token.kind is Kind.WEEKDAYS, weak, index


def _numbered(tokens: Sequence[Token], index: int, glued: tuple[str, ...]) -> Read:
    """A day that is a number: with its month and year, or bare."""
    day, follows = Day(tokens[index].value[0]), index + 1
    month_at = follows
    while month_at < len(tokens) and month_at < follows + 1 and _fills(tokens[month_at], tokens[index]):
        month_at += 1
    if month_at < len(tokens) and tokens[month_at].kind is Kind.MONTH:
        month = tokens[month_at]
        codes = (*glued, "glued") if month.glued else glued
        return _with_year(tokens, Read(replace(day, month=month.value[0]), month_at + 1, remarks=codes))
    bare = Read(day, follows, remarks=glued)
    return _inside_range(tokens, bare)


def _fills(token: Token, number: Token) -> bool:
    """Ink between day and month that means nothing: a full stop ("7. februari") or the border of a column."""
    return token.kind is Kind.CELL or (token.text == "." and token.start == number.end)


def _inside_range(tokens: Sequence[Token], bare: Read) -> Read:
    """A bare day that goes on to a dash past a time or a part of the day: "22 em - 23 januari"."""
    index = bare.next
    if index >= len(tokens):
        return bare
    if tokens[index].kind is Kind.PART:
        after, found = index + 1, None
    elif tokens[index].kind is Kind.KL and (times := read_times(tokens, index)):
        found, after = times
    else:
        return bare
    if after < len(tokens) and tokens[after].kind in _RANGE and _day(tokens, after + 1):
        remarks = bare.remarks if found else (*bare.remarks, "part_of_day")
        return replace(bare, next=after, time=found, remarks=remarks)
    return bare


def _with_year(tokens: Sequence[Token], read: Read) -> Read:
    """The day with the year that follows it: "2020", ", 2020", "-20", "-2020", "'20"."""
    index = read.next
    after = tokens[index : index + 4]
    kinds = [token.kind for token in after]
    ends_here = len(after) < 3 or after[2].text != "års"
    if kinds[:1] == [Kind.YEAR] and (len(after) < 2 or after[1].text != "års"):
        codes = (*read.remarks, "glued") if after[0].glued else read.remarks
        return replace(read, day=replace(read.day, year=after[0].value[0]), next=index + 1, remarks=codes)
    if kinds[:2] in ([Kind.COMMA, Kind.YEAR], [Kind.DASH, Kind.YEAR]) and ends_here:
        return replace(read, day=replace(read.day, year=after[1].value[0]), next=index + 2)
    if len(after) > 1 and _short_year(after):
        return replace(read, day=replace(read.day, year=2000 + after[1].value[0]), next=index + 2)
    return read


def _short_year(after: Sequence[Token]) -> bool:
    """Whether the tokens are a two-digit year, "-20" or "'20", and not the end of a range or a time."""
    mark, figure = after[0], after[1]
    if mark.text not in ("-", "'", "’", "´") or mark.end != figure.start:  # noqa: RUF001 (people type all of them)
        return False
    if figure.kind is not Kind.NUMBER or len(figure.text) != 2:
        return False
    if len(after) == 2:
        return True
    if after[2].kind is Kind.DASH and after[2].start > figure.end:
        return True  # "12/1 -26 - kl. 9"
    return after[2].kind not in (Kind.MONTH, Kind.DASH, Kind.TILL) and not (
        after[2].kind in _LIST and len(after) > 3 and after[3].kind is Kind.MONTH
    )


def _refusal(tokens: Sequence[Token], index: int, run: Sequence[Read]) -> str:
    """Why the run cannot be trusted, as a code, or ''."""
    for position, read in enumerate(run):
        joined = [part.joint for part in run[position : position + 2]]
        if len(joined) == 2 and all(joint in ("range", "till") for joint in joined):
            return "unclear_range"
        closing = run[position + 1] if position + 1 < len(run) else None
        if joined[0] == "range" and closing and closing.bare and read.bare and joined[1:] == ["list"]:
            hours = 6 <= read.day.day < closing.day.day <= 22
            if hours:
                return "days_or_hours"
    before = tokens[index - 1] if index else None
    if before and before.kind is Kind.MONTH and not run[0].bare and before.value[0] != run[0].day.month:
        return "day_beside_months"
    return ""
