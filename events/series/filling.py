"""Makes the rows of a series follow its rule, without losing a person's changes."""

from datetime import date

from .recurrence import SeriesRow, fill
from .usual import new_meeting


def fill_rows(event, dates, today, skipped=frozenset(), wanted=frozenset()):
    """Add and remove rows of ``event`` in memory so that they match ``dates``, which its rule gives.

    ``today`` is a local date. Rows without ``recurrence_id`` were made by a person and are left alone. Dates in
    ``skipped`` get no row and count as removed by a person. Dates in ``wanted`` get a row although a person removed
    them before.
    """
    rows = {row.recurrence_id: row for row in event.occurrences.all() if row.recurrence_id}
    known = [SeriesRow(day, settled=row.start_date < today or row.is_touched) for day, row in rows.items()]
    taken = {row.start_date for row in event.occurrences.all()}
    handed_out = {date.fromisoformat(text) for text in event.handed_out} - (set(wanted) - rows.keys())
    if not dates and not known:
        event.handed_out = []
        return
    left_out = set(dates) & set(skipped) - rows.keys()
    filling = fill([day for day in dates if day not in left_out], known, handed_out, today)
    for day in filling.remove:
        event.occurrences.remove(rows[day])
    for day in filling.add:
        if day not in taken:
            event.occurrences.add(new_meeting(event, day, recurrence_id=day))
    event.handed_out = sorted(day.isoformat() for day in filling.handed_out | left_out)
