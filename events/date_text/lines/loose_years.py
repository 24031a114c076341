"""Years on a line that stand by themselves: "2026: 7/2. 2027: 8/1", "7 februari kl. 9-12, 2026"."""

from dataclasses import replace

from ..tokens.mentions import DateMention, Mention
from ..tokens.token import Kind, Token
from .line import Line


def with_loose_years(line: Line) -> Line:
    """The line with each such year given to the dates that follow it, or before it when it stands last."""
    years = [token for token in line.unread if token.kind is Kind.YEAR and _alone(line, token)]
    if not years or not line.dates:
        return line
    trailing = years[-1] if years[-1].start > line.dates[-1].start else None
    mentions: list[Mention] = []
    for mention in line.mentions:
        before = [token for token in years if token.start < mention.start]
        year = before[-1] if before else trailing
        dated = isinstance(mention, DateMention) and year is not None
        mentions.append(_in_year(mention, year.value[0]) if dated and year else mention)
    text = line.text
    for token in years:
        text = text[: token.start] + " " * (token.end - token.start) + text[token.end :]
    return replace(line, text=text, mentions=tuple(mentions))


def _in_year(mention: Mention, year: int) -> Mention:
    if not isinstance(mention, DateMention):
        return mention
    spans = (
        replace(span, first=replace(span.first, year=year)) if span.first.year is None else span
        for span in mention.spans
    )
    return replace(mention, spans=tuple(spans))


def _alone(line: Line, token: Token) -> bool:
    """Whether nothing but marks parts the year from the dates and times of the line."""
    before, after = line.text[: token.start].rstrip(" .,;:(|\t"), line.text[token.end :].lstrip(" .,;:)|\t")
    ends = {mention.end for mention in line.mentions}
    starts_here = not before or len(before) in ends
    begins = {mention.start for mention in line.mentions}
    return starts_here and (not after or len(line.text) - len(after) in begins)
