"""Converts between the date parser's rows, the preview's rows and an event's rows."""

from collections import Counter

from ..date_text import read_text
from ..fields.declared import TELLS_APART
from ..models.choices import Format, Status, Timing
from ..series.usual import new_meeting, own_value
from .forms import MAX_ROWS, shown_moment

STATUSES = {"planned": Status.CONFIRMED, "tentative": Status.TENTATIVE, "cancelled": Status.CANCELLED}
ONLINE_WORDS = {"digitalt", "distans", "online", "på distans", "skype", "teams", "webb", "webex", "zoom"}
ALREADY_THERE = "Mötet finns redan på sidan, så raden är inte ikryssad."


def preview_rows(text, heading, today, event=None):
    """(rows, other lines): the initial values of the preview's rows, and each pasted line that gave none.

    A row is ticked unless it was refused or repeats another. Dates that ``event`` (its latest draft, or None) already
    has are marked, so that pasting the same mail twice adds nothing.
    """
    existing = {row.start_date for row in event.occurrences.all()} if event else set()
    reading = read_text(text, context=heading, today=today, most=MAX_ROWS)
    return [_initial(row, existing) for row in reading.rows], reading.others


def _initial(row, existing):
    known = row.start_date in existing and row.verdict != "refused"
    include = row.verdict != "refused" and not known and "double" not in row.remarks
    message = " ".join(filter(None, [ALREADY_THERE if known else "", row.message]))
    return {
        "include": include,
        "left_out": "" if include else str(row.start_date or "-"),
        "shown": shown_moment(row),
        "text": row.text,
        "verdict": "warning" if known else row.verdict,
        "message": message,
        "start_date": row.start_date,
        "end_date": row.end_date if row.end_date != row.start_date else None,
        "start_time": row.start_time,
        "end_time": row.end_time,
        "whole_day": "whole_day" in row.remarks and row.start_time is None,
        "place": row.location,
        "theme": row.theme,
        "status": STATUSES[row.status],
    }


def add_rows(event, rows):
    """Add the ticked rows (cleaned data of the preview) to ``event`` in memory. Gives the new occurrences.

    What the event already has word for word is left out, as the edit form refuses it: the same preview may be sent
    twice, or by two people.
    """
    known, added = {_told_apart(meeting) for meeting in event.occurrences.all()}, []
    for meeting in (_meeting(event, row) for row in rows):
        if _told_apart(meeting) not in known:
            known.add(_told_apart(meeting))
            added.append(meeting)
    event.occurrences.add(*added)
    return added


def _told_apart(meeting):
    return tuple(getattr(meeting, name) for name in TELLS_APART)


def _meeting(event, row):
    place = own_value(event, "place", row["place"])
    return new_meeting(
        event,
        row["start_date"],
        times=(row["start_time"], row["end_time"]),
        place=place,
        format=meeting_format(place) if place else "",
        end_date=row["end_date"],
        timing=Timing.WHOLE_DAY if row["whole_day"] else Timing.CLOCK,
        theme=row["theme"],
        status=row["status"],
    )


def meeting_format(place):
    """The format that a place implies: "Teams" is online, "Teams + Kristianstad" is both, a town hall is on site."""
    parts = {part.strip().casefold() for part in place.replace(" och ", "+").split("+")} - {""}
    online = {part for part in parts if part.removeprefix("via ") in ONLINE_WORDS}
    if not online:
        return Format.ON_SITE
    return Format.ONLINE if online == parts else Format.HYBRID


def usual_values(rows):
    """The times and place that more than half of the rows have, as a new event's usual ones."""
    values = {}
    times, place = _most(rows, "start_time", "end_time"), _most(rows, "place")
    if times and times[0]:
        values |= {"start_time": times[0], "end_time": times[1]}
    if place and place[0]:
        values |= {"place": place[0], "format": meeting_format(place[0])}
    return values


def _most(rows, *names):
    counted = Counter(tuple(row[name] for name in names) for row in rows)
    value, number = counted.most_common(1)[0] if counted else (None, 0)
    return value if number * 2 > len(rows) else None
