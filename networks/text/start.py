"""When a network started, as exactly as is known. Pure: values in, values out."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
SEASONS = {"spring": "våren", "autumn": "hösten"}


@dataclass(frozen=True)
class Start:
    """A start known to the day, the season or the year. All empty means unknown."""

    day: date | None = None
    year: int | None = None
    season: Literal["", "spring", "autumn"] = ""

    def __str__(self) -> str:
        """Swedish text by Digg's guideline R66: "1 januari 2013", "våren 2010" or "2015"; "" if unknown."""
        if self.day:
            return f"{self.day.day} {MONTHS[self.day.month - 1]} {self.day.year}"
        if self.year is None:
            return ""
        return f"{SEASONS[self.season]} {self.year}" if self.season else str(self.year)

    @property
    def datetime_attribute(self) -> str:
        """The value for HTML's ``<time datetime>``: a full date or a year; "" if unknown."""
        if self.day:
            return self.day.isoformat()
        return f"{self.year:04d}" if self.year is not None else ""
