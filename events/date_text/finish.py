"""What can only be seen when the whole list is read: doubles, cancellations further down, past and red days."""

from collections.abc import Sequence
from datetime import date, timedelta

from events.days.date_format import WEEKDAYS, format_date
from events.days.red_days import red_day

from .drafts import Draft
from .eves import eve
from .rows import DateRow

_SATURDAY = 5


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
            earlier.append(draft)
    return [draft.row() for draft in drafts]


def _against(draft: Draft, earlier: Sequence[Draft]) -> None:
    """Compares a draft with the rows above on the same day."""
    same = [other for other in earlier if _same_time(draft, other)]
    if draft.status == "cancelled" and len(same) == 1 and same[0].status != "cancelled":
        same[0].status = "cancelled"
        same[0].add("cancelled_below")
        draft.add("cancels_above")
    elif draft.prose and same:
        draft.add("repeated")
    elif any(other.heading == draft.heading for other in same):
        draft.add("double")


def _same_time(draft: Draft, other: Draft) -> bool:
    return not draft.own_time or not other.own_time or draft.start_time == other.start_time


def _days(draft: Draft, today: date) -> None:
    assert draft.start_date and draft.end_date  # noqa: S101 (drafts without a date do not come here)
    if draft.end_date < today:
        draft.add("past")
    for offset in range((draft.end_date - draft.start_date).days + 1):
        day = draft.start_date + timedelta(days=offset)
        if name := red_day(day):
            draft.add("red_day", day=format_date(day, weekday=False), name=name)
        elif name := eve(day):
            draft.add("eve", day=format_date(day, weekday=False), name=name)
    single = draft.start_date == draft.end_date
    if single and draft.start_date.weekday() >= _SATURDAY and draft.weekday is None:
        name = WEEKDAYS["sv"][draft.start_date.weekday()]
        draft.add("weekend", day=format_date(draft.start_date, weekday=False), weekday=name)
