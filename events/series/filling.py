"""Makes the rows of a series follow its rule, without losing a person's changes.

What the editor's form showed is the whole truth about the draft. A row of the series that the form did not show was
made by an autosave of the same form, or by somebody else's: unless a person has given it something of its own it is
made again from the rule, with the same key. So a form that is saved twice gives what it gives when saved once.
"""

from datetime import date
from itertools import count
from uuid import uuid5

from .plan import Choices, Series, SeriesRow, plan
from .usual import new_meeting


def fill_rows(event, frequency, dates, today, *, choices=None, shown=None, deleted=None, drafted=None):
    """Add, move and remove rows of ``event`` in memory so that they match ``dates``, which its rule gives.

    ``today`` is a local date. Rows without ``recurrence_id`` were made by a person and are left alone. ``shown`` are
    the keys of the rows that the editor saw (all rows unless given), ``deleted`` is ``{key: recurrence_id}`` of those
    that she took away, and ``drafted`` are the rows before the form changed them.
    """
    shown = {row.translation_key for row in event.occurrences.all()} if shown is None else shown
    public = public_rows(event)
    known = shown | (deleted or {}).keys()
    before = event.occurrences.all() if drafted is None else drafted
    unseen = [row for row in before if row.recurrence_id and row.translation_key not in known]
    event.occurrences.remove(*unseen)
    rows = _own_rows(event)
    absent = absent_rows(unseen, public, shown, deleted or {})
    series = gather(
        frequency,
        dates,
        list(map(series_row, rows)),
        today,
        absent=list(map(series_row, absent)),
        handed_out=[date.fromisoformat(text) for text in event.handed_out],
        deleted=[day for day in (deleted or {}).values() if day],
        others=[row.start_date for row in event.occurrences.all() if not row.recurrence_id],
    )
    _carry_out(event, series, plan(series, choices or Choices()), rows, absent, known=public, unseen=unseen)


def gather(frequency, dates, rows, today, *, absent, handed_out, deleted, others):
    """The ``Series`` of an event. ``others`` are the days of its meetings that are no part of it."""
    moved = {row.day for row in rows if row.day != row.origin}
    removed = (set(handed_out) | set(deleted)) - {row.origin for row in rows}
    is_new = not (handed_out or rows or absent)
    return Series(
        frequency, dates, rows, today, absent=absent, removed=removed, blocked=moved | set(others), is_new=is_new
    )


def public_rows(event):
    """``{key: row}`` of the meetings that the public sees. One query, none for a page that is not live."""
    if not event.pk or not event.live:
        return {}
    return {row.translation_key: row for row in event.occurrences.model.objects.filter(page=event.pk)}


def absent_rows(unseen, public, shown, deleted):
    """The rows of the series that the form did not show and that must not become other meetings if they come back:
    those that a person has given something of their own, in the draft, and the public ones."""
    drafted = {row.translation_key: row for row in unseen if row.is_touched}
    published = {
        key: row for key, row in public.items() if row.recurrence_id and key not in shown and key not in deleted
    }
    return list((published | drafted).values())


def series_row(row):
    """What ``plan`` needs to know of a row."""
    return SeriesRow(
        str(row.translation_key), row.recurrence_id, row.start_date, touched=row.is_touched, cancelled=row.is_cancelled
    )


def _own_rows(event):
    """The rows of the series, one for each date of the rule: a second one is a meeting by itself."""
    found = {}
    for row in event.occurrences.all():
        if row.recurrence_id and found.setdefault(row.recurrence_id, row) is not row:
            row.recurrence_id = None
    return list(found.values())


def _carry_out(event, series, planned, rows, absent, *, known, unseen):
    ours = {str(row.translation_key): row for row in [*absent, *rows]}
    event.occurrences.remove(*(ours[key] for key in planned.taken))
    for key, (origin, day) in planned.placed.items():
        _place(ours[key], origin, day)
    event.occurrences.add(*(ours[key] for key in planned.placed))
    taken = {row.translation_key for row in [*event.occurrences.all(), *absent]} | known.keys()
    stored = {row.translation_key: row.pk for row in unseen}
    for day in planned.added:
        key = _new_key(event, day, taken)
        event.occurrences.add(new_meeting(event, day, recurrence_id=day, translation_key=key, pk=stored.get(key)))
        taken.add(key)
    blocked = set(series.dates) & set(series.blocked)
    origins = {origin for origin, _ in planned.placed.values()}
    event.handed_out = sorted(day.isoformat() for day in origins | set(planned.added) | planned.away | blocked)


def _place(row, origin, day):
    if row.end_date:
        row.end_date += day - row.start_date
    row.start_date, row.recurrence_id = day, origin


def _new_key(event, day, taken):
    """The key of the event's meeting on ``day``, the same each time that it is made, while no other row has it."""
    names = (f"{day}/{number}" if number else f"{day}" for number in count())
    return next(key for key in (made_key(event, name) for name in names) if key not in taken)


def made_key(event, name):
    """The key of a meeting that a rule gives ``event``. ``name`` is its first date as ISO text."""
    return uuid5(event.translation_key, name)
