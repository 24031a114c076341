"""What can only be seen when the whole list is read: doubles, cancellations further down, past and red days."""

from collections.abc import Sequence
from datetime import date, timedelta

from events.days.date_format import format_date
from events.days.day_notes import judge_span

from ..lines.ways_to_meet import way_to_meet
from ..lists.drafts import Draft
from .rows import DateRow, row_of

_MOST_A_DAY = 50  # rows that a row is compared with; without a limit, doubles would cost their square
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
        _take_place(same[0], draft)
        draft.refuse("repeated")
    elif any(other.heading == draft.heading for other in same):
        draft.add("double")


def _take_place(draft: Draft, told: Draft) -> None:
    """A sentence about one meeting ("Mötet den 2 juni är digitalt") knows better than one about all of them."""
    place = way_to_meet(told.theme) or ("" if told.has("place_below") else told.location)
    if place and draft.has("place_below"):
        draft.location = place


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
