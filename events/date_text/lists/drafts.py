"""A meeting while the text is still being read: what later lines may add to."""

from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from ..lines.changes import Status


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
    lent_place: bool = False  # a line above gave the place
    bare: bool = False
    prose: bool = False
    clock_above: str = ""  # a line with a clock above the row that was not understood
    below: str = ""  # a line of words right below the date
    refused: str = ""  # the code of the reason why there is no meeting
    details: dict[str, Any] = field(default_factory=dict)  # what the reason's words need, such as {"limit": 2000}
    remarks: dict[str, dict[str, Any]] = field(default_factory=dict)  # codes in order, each with what its words need

    def add(self, code: str, **details: Any) -> None:
        """Adds a remark once. The codes and their words stand in `verdict/remarks.py`."""
        self.remarks.setdefault(code, details)

    def has(self, code: str) -> bool:
        return code in self.remarks

    def drop(self, code: str) -> None:
        self.remarks.pop(code, None)

    def refuse(self, code: str, **details: Any) -> None:
        """Makes it no meeting. The first reason stays."""
        if not self.refused:
            self.refused, self.details = code, details


def refused_row(lines: list[str], code: str, **details: Any) -> Draft:
    """A draft that is refused from the start."""
    draft = Draft(lines)
    draft.refuse(code, **details)
    return draft
