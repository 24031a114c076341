"""What the reader hands back: one row per meeting or unread line."""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from ..lines.changes import Status
from ..lists.drafts import Draft
from .remarks import Severity, remark

Verdict = Literal["ok", "warning", "refused"]


@dataclass(frozen=True, slots=True)
class DateRow:
    """One meeting as understood, or one line that could not be read.

    Dates and times are local wall-clock values (Europe/Stockholm). `end_date` is the last day, inclusive. `all_day`
    says that no clock time is known; the remark `whole_day` says that the text calls it a whole day. `text` holds the
    raw line or lines, without the white space around them.
    """

    text: str
    verdict: Verdict
    message: str = ""
    start_date: date | None = None
    end_date: date | None = None
    start_time: time | None = None
    end_time: time | None = None
    all_day: bool = False
    location: str = ""
    theme: str = ""
    status: Status = "planned"
    remarks: tuple[str, ...] = ()

    @property
    def start(self) -> str:
        """'2020-02-07T08:30', '2020-02-07' when no time is known, or '' without a date."""
        return _iso(self.start_date, self.start_time)

    @property
    def end(self) -> str:
        """As `start`. '' when a meeting with a start time has no known end."""
        if self.start_time is not None and self.end_time is None and self.end_date == self.start_date:
            return ""
        return _iso(self.end_date, self.end_time)


def _iso(day: date | None, clock: time | None) -> str:
    if day is None:
        return ""
    return day.isoformat() if clock is None else f"{day.isoformat()}T{clock.isoformat('minutes')}"


def row_of(draft: Draft) -> DateRow:
    """The finished row. A refused one keeps its text and reason, and has no date."""
    text = "\n".join(line.strip() for line in draft.lines)
    if draft.refused:
        reason = remark(draft.refused, **draft.details)
        return DateRow(text, "refused", reason.message, remarks=(draft.refused,))
    remarks = [remark(code, **details) for code, details in draft.remarks.items()]
    warned = any(one.severity is Severity.WARNING for one in remarks)
    return DateRow(
        text=text,
        verdict="warning" if warned else "ok",
        message=" ".join(one.message for one in remarks if one.message),
        start_date=draft.start_date,
        end_date=draft.end_date,
        start_time=draft.start_time,
        end_time=draft.end_time,
        all_day=draft.start_time is None,
        location=draft.location,
        theme=draft.theme,
        status=draft.status,
        remarks=tuple(draft.remarks),
    )
