"""All dates and times in a row of tokens: which of the two a figure is, by what stands beside it."""

from collections.abc import Sequence
from dataclasses import replace

from .date_grammar import read_dates_at
from .mentions import DateMention, DaySpan, Mention
from .time_grammar import ABOUT, CLOCK_WORDS, read_times
from .token import Kind, Token

_BEGINNINGS = (Kind.NUMBER, Kind.YEAR, Kind.DATE, Kind.SHORT, Kind.DAYMONTH, Kind.WEEKDAY, Kind.WEEKDAYS, Kind.DEN)


def find_mentions(tokens: Sequence[Token], month: int | None, *, labelled_time: bool) -> list[Mention]:
    """All dates and times in order, none inside another."""
    mentions: list[Mention] = []
    index = 0
    while index < len(tokens):
        # Hours without "kl" are likely beside a date or first on a line, as in "7/2 9-12".
        bare = labelled_time or not mentions or isinstance(mentions[-1], DateMention)
        found = _at(tokens, index, mentions, month, bare)
        if found is None:
            index += 1
            continue
        mention, index = found
        mentions.append(mention)
    return mentions


def _at(
    tokens: Sequence[Token], index: int, mentions: Sequence[Mention], month: int | None, bare: bool
) -> tuple[Mention, int] | None:
    kind = tokens[index].kind
    if kind in (Kind.KL, Kind.CLOCK):
        return read_times(tokens, index, bare=bare)
    if kind is Kind.BAD:
        return _impossible(tokens[index]), index + 1
    if kind is Kind.MONTH:
        return _month_first(tokens, index)
    if kind not in _BEGINNINGS:
        return read_times(tokens, index, bare=bare) if tokens[index].text in (*ABOUT, *CLOCK_WORDS) else None
    times = read_times(tokens, index, bare=bare) if kind in (Kind.NUMBER, Kind.YEAR) else None
    if times and bare and _beside_date(tokens, index, mentions) and not _month_follows(tokens, times[1]):
        return times
    dates = read_dates_at(tokens, index)
    if not times and not dates and kind is Kind.NUMBER and (hours := read_times(tokens, index, bare=True)):
        times = hours if read_dates_at(tokens, hours[1]) else None
    if dates is None and not times and kind is Kind.NUMBER:
        dates = _same_month(tokens, index, mentions)
    if dates is None and month is not None and not mentions and index == 0:
        dates = _lone_days(tokens, month)
    return dates or times


def _beside_date(tokens: Sequence[Token], index: int, mentions: Sequence[Mention]) -> bool:
    """Whether the token follows a date without a comma or "och" between: "7/2 9-12, 14/3 9-12"."""
    if not mentions or not isinstance(mentions[-1], DateMention):
        return False
    between = [token for token in tokens[max(0, index - 3) : index] if token.start >= mentions[-1].end]
    return all(token.kind in (Kind.CELL, Kind.OPEN) or token.text == ":" for token in between)


def _month_follows(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].kind is Kind.MONTH


def _impossible(token: Token) -> DateMention:
    if len(token.value) == 3:
        reason = "unclear_figures"
    elif ":" in token.text or (
        len(token.value) == 2 and "." in token.text and len(token.text.rstrip(".").split(".")[-1]) == 2
    ):
        reason = "bad_clock"
    else:
        reason = "dotted_date" if "." in token.text else "no_such_date"
    return DateMention(token.start, token.end, refused=reason)


def _month_first(tokens: Sequence[Token], index: int) -> tuple[Mention, int] | None:
    """'Februari: 7, 14 och 21', 'Februari 2026: 7 och 14', 'februari 7'."""
    month = tokens[index]
    follows = index + 1
    year = None
    if follows < len(tokens) and tokens[follows].kind is Kind.YEAR:
        year, follows = tokens[follows].value[0], follows + 1
    colon = follows < len(tokens) and tokens[follows].text in (":", "-", "|", "\t")
    follows += colon
    if follows >= len(tokens) or tokens[follows].kind not in (Kind.NUMBER, Kind.DEN, Kind.WEEKDAY):
        return None
    found = read_dates_at(tokens, follows, month.value[0], year)
    if found is None or _own_month(found[0], tokens):
        return None
    mention, end = found
    refused = mention.refused
    if tokens[follows].glued:
        refused = "glued_month"
    elif _month_follows(tokens, end):
        refused = "day_beside_months"
    elif _hours_among_days(mention):
        refused = "days_or_hours"
    counted = len(mention.spans) > 1  # "Januari 12, 26"
    remarks = mention.remarks if colon or counted else (*mention.remarks, "day_after_month")
    return (
        DateMention(month.start, mention.end, mention.spans, None, mention.worded, remarks, refused, mention.tokens),
        end,
    )


def _own_month(mention: DateMention, tokens: Sequence[Token]) -> bool:
    return any(tokens[at].kind in (Kind.MONTH, Kind.DAYMONTH, Kind.DATE, Kind.SHORT) for at in mention.tokens)


def _hours_among_days(mention: DateMention) -> bool:
    """Whether a range of days, not the first, could be hours: "Februari: 7, 9-12"."""
    return any(span.last and 6 <= span.first.day < span.last.day <= 22 for span in mention.spans[1:])


def _same_month(tokens: Sequence[Token], index: int, mentions: Sequence[Mention]) -> tuple[DateMention, int] | None:
    """The second day of "september 8:e 17:00 och 22:a 17:00", in the month that the line began with."""
    dated = [mention for mention in mentions if isinstance(mention, DateMention)]
    if len(dated) == len(mentions) or not dated or "day_after_month" not in dated[-1].remarks or not dated[-1].spans:
        return None
    joined = index > 0 and tokens[index - 1].kind in (Kind.AND, Kind.COMMA)
    timed = index + 1 < len(tokens) and tokens[index + 1].kind in (Kind.KL, Kind.CLOCK)
    if not (joined and timed) or not 1 <= tokens[index].value[0] <= 31:
        return None
    first, token = dated[-1].spans[0].first, tokens[index]
    span = DaySpan(replace(first, day=token.value[0], weekday=None))
    return DateMention(
        token.start, token.end, (span,), remarks=dated[-1].remarks, tokens=range(index, index + 1)
    ), index + 1


def _lone_days(tokens: Sequence[Token], month: int) -> tuple[DateMention, int] | None:
    """Days without a month at the beginning of a line, under a heading that names the month."""
    found = read_dates_at(tokens, 0, month)
    if found is None or _hours_among_days(found[0]):
        return None
    mention, end = found
    after = tokens[end] if end < len(tokens) else None
    worded = (
        after and after.kind in (Kind.WORD, Kind.MONTH, Kind.OPAQUE) and after.text not in ("i", "på", "hos", "via")
    )
    cell = len(tokens) <= 3 and all(token.text == "," or token.text.isdigit() for token in tokens)  # of a flat table
    if worded or cell:
        mention = replace(mention, remarks=(*mention.remarks, "number_or_day"))
    only = mention.spans[0]
    if only.last and only.last.day - only.first.day >= 2 and 6 <= only.first.day < only.last.day <= 22:
        return DateMention(mention.start, mention.end, refused="days_or_hours"), end
    return mention, end
