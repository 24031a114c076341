"""One date of the form, saved or not, as plain values, and the line that tells it. Pure."""

from dataclasses import dataclass
from datetime import date, time

from ..days.date_format import format_week, format_when


@dataclass(frozen=True)
class Planned:
    """A meeting as it stands in the form. Local days and wall-clock times; ``last`` is the last day itself.

    ``start`` and ``end`` are the actual times (the event's usual ones where the row has none), None when unknown.
    ``place`` is the actual place, empty for a meeting that is only online.
    """

    first: date
    last: date
    start: time | None = None
    end: time | None = None
    place: str = ""
    cancelled: bool = False

    def overlaps(self, other: "Planned") -> bool:
        """Whether somebody could not be at both. A meeting without a time takes its whole days."""
        if self.last < other.first or other.last < self.first:
            return False
        if self.start is None or other.start is None:
            return True
        return _moment(self, last=False) < _moment(other, last=True) and _moment(other, last=False) < _moment(
            self, last=True
        )


def _moment(meeting: Planned, *, last: bool) -> tuple[date, time]:
    """Its first or its last moment. An open end lasts at least a minute, so that two that begin together overlap."""
    start = meeting.start or time.min
    if not last:
        return meeting.first, start
    if meeting.end is not None:
        return meeting.last, meeting.end
    return meeting.last, start.replace(minute=start.minute + 1) if start.minute < 59 else time.max


def summary(meeting: Planned, status: str, *details: str) -> str:
    """ "fredag 7 februari 2020 kl. 08.30–11.30 · v. 6 · Bekräftat", and then the details that there are."""
    when = format_when(meeting.first, meeting.last, meeting.start, meeting.end)
    return " · ".join(part for part in (when, format_week(meeting.first), status, *details) if part)
