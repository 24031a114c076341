"""One date in the form, saved or not, as plain values, and its summary in one line. Pure."""

from dataclasses import dataclass
from datetime import date, time

from ..days.clock import ends_on
from ..days.date_format import format_week, format_when


@dataclass(frozen=True)
class Planned:
    """A meeting as the form has it. Local days and wall-clock times; ``last`` is the last day (inclusive).

    ``start`` and ``end`` are the actual times (the event's usual ones if the row has none), None if unknown.
    ``place`` is the actual place, empty for a meeting that is only online.
    """

    first: date
    last: date
    start: time | None = None
    end: time | None = None
    place: str = ""
    cancelled: bool = False

    def overlaps(self, other: "Planned") -> bool:
        """Whether nobody could attend both. A meeting without a time takes its whole days."""
        if self.last < other.first or other.last < self.first:
            return False
        if self.start is None or other.start is None:
            return True
        return _moment(self, last=False) < _moment(other, last=True) and _moment(other, last=False) < _moment(
            self, last=True
        )


def _moment(meeting: Planned, *, last: bool) -> tuple[date, time]:
    """The first or last moment. Without an end it lasts a minute, so that two with the same start overlap."""
    start = meeting.start or time.min
    if not last:
        return meeting.first, start
    if meeting.end is not None:
        return ends_on(meeting.first, meeting.last, meeting.start, meeting.end), meeting.end
    return meeting.last, start.replace(minute=start.minute + 1) if start.minute < 59 else time.max


def summary(meeting: Planned, status: str, *details: str) -> str:
    """ "fredag 7 februari 2020 kl. 08.30–11.30 · v. 6 · Bekräftat", followed by the details that are not empty."""
    when = format_when(meeting.first, meeting.last, meeting.start, meeting.end)
    return " · ".join(part for part in (when, format_week(meeting.first), status, *details) if part)
