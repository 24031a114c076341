"""What a person should know of the meetings of a line: words and figures that the reader is not sure of."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ..lines import changes, non_meetings
from ..lines.clusters import Cluster
from ..lines.hedges import hedge_in, may_move
from ..lines.line import Line
from ..tokens.token import Kind
from .drafts import Draft
from .section import Section

UNREADABLE = frozenset(
    {"no_such_date", "bad_clock", "unclear_figures", "dotted_date", "days_or_hours", "unclear_range",
     "day_beside_months", "glued_month"}
)  # fmt: skip
_TO_A_PLACE = re.compile(r"flytta(?:s|t|d|des|ts)\s+till\s+\D", re.IGNORECASE)
_UNTIL = re.compile(r"(?<!\w)(?:till|slutar|slut|until)\s*\Z", re.IGNORECASE)  # "(håller på till 15)"
_NEW_DATE = re.compile(r"nytt (?:mötes)?datum(?! (?:meddelas|kommer))", re.IGNORECASE)


def remark_line(drafts: Sequence[Draft], line: Line, clusters: Sequence[Cluster], section: Section) -> None:
    """Adds the remarks that hold for all meetings of the line."""
    unread = unread_ink(line, clusters)
    old = next((line.text[cluster.start : cluster.end].strip() for cluster in clusters if cluster.dropped), "")
    clocked = any(token.kind in (Kind.KL, Kind.CLOCK) for token in line.tokens)
    other = any(cluster.refused and cluster.refused not in UNREADABLE for cluster in clusters)
    for draft in drafts:
        if draft.refused:
            continue
        if section.table:
            draft.add("table")
        if clocked and draft.own_time:
            draft.drop("day_after_month")
        if unread:
            draft.add("unread", ink=unread)
        if other:
            draft.add("other_date")
        if old and (draft.has("moved") or draft.has("moved_from")):
            draft.add("old_date", ink=old)
        _remark_change(draft, line)
        _remark_kind(draft, line)
    if hedge := hedge_in(line.text):
        for draft in drafts:
            draft.add("hedged", ink=hedge)
    _remark_neighbours(drafts)


def _remark_change(draft: Draft, line: Line) -> None:
    """Words that say that something is new, moved or struck out."""
    moved = draft.has("moved") or draft.has("moved_from")
    weekday_said = any(token.kind is Kind.WEEKDAY for token in line.unread)
    if line.struck_parts:
        draft.add("struck")
    if not moved and may_move(line.text):
        draft.add("hedged", ink=hedge_in(line.text) or line.text[:80])
    elif not moved and changes.MOVED.search(line.text):
        if _NEW_DATE.search(line.text) or (draft.location and _TO_A_PLACE.search(line.text)):
            draft.add("changed")
        else:
            draft.refuse("moved_unknown")
    elif not moved and changes.CHANGED.search(changes.CAVEAT.sub("", line.text)):
        draft.add("changed")
    if changes.ATTENTION.search(line.text) and not weekday_said and not moved:
        draft.add("attention")


def _remark_kind(draft: Draft, line: Line) -> None:
    """Words that make it doubtful whether this is one meeting."""
    before, after = line.text[: line.dates[0].start], line.text[line.dates[-1].end :]
    single = len(line.dates) == 1 and len(line.dates[0].spans) == 1
    if non_meetings.maybe_document(before) or non_meetings.only_documents(after):
        draft.add("maybe_document")
    if non_meetings.SIGN_UP.search(line.text) and not draft.own_time and not draft.has("other_date"):
        draft.add("maybe_deadline")
    if (single and any(token.kind is Kind.WEEKDAYS for token in line.unread)) or changes.SERIES.search(line.text):
        draft.add("series")
    if single and not draft.own_time and draft.location and non_meetings.LETTER_HEAD.fullmatch(before):
        draft.add("letter_date")
    if any(token.unsure and token.kind is Kind.OPAQUE for token in line.tokens):
        draft.add("number_or_day")


def _remark_neighbours(drafts: Sequence[Draft]) -> None:
    """Days in a row on one line, at the same time, may be one meeting, and so may two times on one day."""
    for first, second in pairwise(drafts):
        days = first.end_date and second.start_date and (second.start_date - first.end_date).days == 1
        if days and first.start_time == second.start_time:
            first.add("consecutive")
            second.add("consecutive")
        if first.start_date and first.start_date == second.start_date:
            first.add("time_unclear")
            second.add("time_unclear")


def unread_ink(line: Line, clusters: Sequence[Cluster]) -> str:
    """Figures that may be a clock or stand outside brackets, and no one has understood, as they stand."""
    loose = [token for token in line.unread if token.kind in (Kind.NUMBER, Kind.BAD)]
    ink = [
        token.text
        for token in loose
        if not line.in_bracket(token.start) or _UNTIL.search(line.text[max(0, token.start - 20) : token.start])
    ]
    ink += [line.text[m.start : m.end] for c in clusters if c.refused in UNREADABLE for m in c.dates]
    return " ".join(ink)
