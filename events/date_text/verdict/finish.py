"""What can only be seen when the whole list is read: doubles, cancellations further down, past and red days."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from events.days.date_format import format_date
from events.days.day_notes import judge_span

from ..lines.ways_to_meet import way_to_meet
from ..lists.drafts import Draft
from .remarks import Severity, severity_of
from .rows import DateRow, row_of

_MOST_A_DAY = 50  # rows that a row is compared with; without a limit, doubles would cost their square
_OF_ALL_ROWS = {"year_guessed", "year_from_above", "past", "prose"}
_CHANGES = re.compile(  # "2 juni börjar vi kl 13", beside "2 juni kl 9-11"
    r"(?<![^\W\d_])(?:börjar|startar|slutar|är|blir|ny(?:tt)? tid|ändra\w*|flytta\w*|obs)(?![^\W\d_])", re.IGNORECASE
)
_ONE_OF = {"mellandagarna": "en av mellandagarna"}


def finished(drafts: Sequence[Draft], today: date) -> list[DateRow]:
    """The rows of the drafts, in order, each with its last remarks."""
    by_day: dict[date, list[Draft]] = {}
    for draft in drafts:
        if draft.refused or draft.start_date is None:
            continue
        earlier = by_day.setdefault(draft.start_date, [])
        _against(draft, earlier)
        if not draft.refused:
            _days(draft, today)
            if len(earlier) < _MOST_A_DAY:
                earlier.append(draft)
    for draft in drafts:
        _past_midnight(draft)
    return [row_of(draft) for draft in drafts]


def _past_midnight(draft: Draft) -> None:
    """Lets a meeting whose hours run past midnight end on the next day."""
    if draft.refused or draft.start_time is None or draft.end_time is None or draft.start_date != draft.end_date:
        return
    if draft.end_date and draft.end_time <= draft.start_time:
        try:
            draft.end_date += timedelta(days=1)
        except OverflowError:
            draft.refuse("no_such_date")


def _against(draft: Draft, earlier: Sequence[Draft]) -> None:
    """Compares a draft with the rows above on the same day."""
    same = [other for other in earlier if _same_time(draft, other)]
    if draft.status == "cancelled" and len(same) == 1 and same[0].status != "cancelled":
        same[0].status = "cancelled"
        same[0].add("cancelled_below")
        draft.refuse("cancels_above")
    elif draft.prose and same:
        for other in same:
            _take_told(other, draft)
        draft.refuse("repeated")
    elif any(other.heading == draft.heading for other in same):
        draft.add("double")
        for other in same:
            if other.location != draft.location or other.status != draft.status:
                other.add("told_elsewhere", ink=_ink(draft))
    elif earlier and any(one.prose or _CHANGES.search(one.lines[0]) for one in (draft, earlier[-1])):
        for one, other in ((draft, earlier[-1]), (earlier[-1], draft)):
            one.add("told_elsewhere", ink=_ink(other))


def _take_told(draft: Draft, told: Draft) -> None:
    """Adds what a sentence about a meeting tells of it, and warns of all that its own row does not say."""
    news = told.status != draft.status or any(told.remarks[code] != draft.remarks.get(code) for code in _doubts(told))
    if not draft.own_time and told.own_time:
        draft.start_time, draft.end_time, news = told.start_time, told.end_time, True
    elif told.own_time and told.end_time not in (None, draft.end_time):
        news = True
    if told.status == "tentative" and draft.status == "planned":
        draft.status = "tentative"
    place = way_to_meet(told.theme) or ("" if told.has("place_below") else told.location)
    if place and place != draft.location:
        draft.location, news = draft.location if draft.location and not draft.has("place_below") else place, True
    if news or (told.theme and told.theme not in draft.theme):
        draft.add("told_elsewhere", ink=_ink(told))


def _doubts(draft: Draft) -> set[str]:
    """The codes of what the reader doubts in a draft, but for what every row without a heading has."""
    return {code for code in draft.remarks if severity_of(code) is Severity.WARNING and code not in _OF_ALL_ROWS}


def _ink(draft: Draft) -> str:
    return draft.lines[0].strip()


def _same_time(draft: Draft, other: Draft) -> bool:
    return not draft.own_time or not other.own_time or draft.start_time == other.start_time


def _days(draft: Draft, today: date) -> None:
    """What the judge of days says of each day of the meeting; a weekend that the text itself names is no news."""
    assert draft.start_date and draft.end_date  # noqa: S101 (drafts without a date do not come here)
    if draft.end_date < today:
        draft.add("past")
    for judged in judge_span(draft.start_date, draft.end_date):
        day = format_date(judged.day, weekday=False)
        if judged.closed:
            draft.add("red_day" if judged.red else "eve", day=day, name=_ONE_OF.get(judged.closed, judged.closed))
        elif judged.weekend and draft.weekday is None and draft.start_date == draft.end_date:
            draft.add("weekend", day=day, weekday=judged.weekend)
        if judged.lesser and judged.day >= today:
            draft.add("day_notes", notes=", ".join(judged.lesser))
