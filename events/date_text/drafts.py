"""A meeting while the text is still being read: what later lines may add to."""

from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from .remarks import remark
from .rows import DateRow, Remark, Severity, Status

_ORDER = {Severity.INFO: 0, Severity.WARNING: 1, Severity.REFUSED: 2}


@dataclass(slots=True)
class Draft:
    """One row to be. `heading` numbers the group of rows it stands in; `bare` says that the line held only days."""

    lines: list[str]
    start_date: date | None = None
    end_date: date | None = None
    start_time: time | None = None
    end_time: time | None = None
    location: str = ""
    theme: str = ""
    status: Status = "planned"
    heading: int = 0
    weekday: int | None = None
    weeks: tuple[int, ...] = ()
    own_time: bool = False
    stated_year: bool = False
    bare: bool = False
    prose: bool = False
    below: str = ""  # a line of words right below the date
    remarks: list[Remark] = field(default_factory=list)

    def add(self, code: str, **values: Any) -> None:
        """Adds a remark once."""
        if not self.has(code):
            self.remarks.append(remark(code, **values))

    def has(self, code: str) -> bool:
        return any(one.code == code for one in self.remarks)

    def drop(self, code: str) -> None:
        self.remarks = [one for one in self.remarks if one.code != code]

    @property
    def refused(self) -> bool:
        return any(one.severity is Severity.REFUSED for one in self.remarks)

    def row(self) -> DateRow:
        """The finished row. A refused one keeps its text and reason, and states no date."""
        text = "\n".join(line.strip() for line in self.lines)
        worst = max((_ORDER[one.severity] for one in self.remarks), default=0)
        codes = tuple(one.code for one in self.remarks)
        if worst == 2:
            reasons = [one.message for one in self.remarks if one.severity is Severity.REFUSED]
            return DateRow(text, "refused", " ".join(reasons), remarks=codes)
        message = " ".join(one.message for one in self.remarks if one.message)
        return DateRow(
            text=text,
            verdict="warning" if worst else "ok",
            message=message,
            start_date=self.start_date,
            end_date=self.end_date,
            start_time=self.start_time,
            end_time=self.end_time,
            all_day=self.start_time is None,
            location=self.location,
            theme=self.theme,
            status=self.status,
            remarks=codes,
        )


def refused_row(lines: list[str], code: str, **values: Any) -> Draft:
    """A draft that is refused from the start."""
    draft = Draft(lines)
    draft.add(code, **values)
    return draft
