"""What an editor should look at before she saves a date, in Swedish words: warnings, never fences. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from ..days.date_format import format_date, format_times
from ..days.day_notes import judge_span
from .planned import Planned

# A date that lies further than this from all the others, while those lie closer to each other, is in another year.
FAR = timedelta(days=270)


@dataclass(frozen=True)
class Other:
    """Another meeting, with what it is called and why it matters: "own", "related" or "" (only the place does)."""

    meeting: Planned
    name: str
    relation: str = ""


def remarks(meeting: Planned, siblings: Sequence[Planned], others: Iterable[Other], today: date) -> list[str]:
    """All that is worth a look, the gravest first; ``[]`` for a cancelled meeting. ``siblings``: the event's other
    dates in the form. Of a meeting that has been, only what looks like a slip of the pen is told."""
    if meeting.cancelled:
        return []
    found = [_wrong_year(meeting.first, [other.first for other in siblings]), _double(meeting, siblings)]
    if meeting.last >= today:
        found += [_clash(meeting, other) for other in others if meeting.overlaps(other.meeting)]
        found.append(_day(meeting))
    return [text for text in found if text]


def _wrong_year(day: date, others: Sequence[date]) -> str:
    known = sorted(set(others) - {day})
    if len(known) < 2 or any(later - earlier > FAR for earlier, later in pairwise(known)):
        return ""
    nearest = min(known, key=lambda other: abs(other - day))
    if abs(nearest - day) <= FAR:
        return ""
    years = {year: _in_year(day, year) for year in sorted({other.year for other in known})}
    year = min(years, key=lambda year: min(abs(other - years[year]) for other in known))
    return f"Datumet ligger långt från de andra. Menade du {year}?"


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return day.replace(year=year, day=28)


def _double(meeting: Planned, siblings: Sequence[Planned]) -> str:
    same = any(other.overlaps(meeting) and not other.cancelled for other in siblings)
    return "Ett annat av datumen i listan är på samma tid. Ta bort det ena om det är en dubblett." if same else ""


def _clash(meeting: Planned, other: Other) -> str:
    when = format_times(other.meeting.start, other.meeting.end) if other.meeting.start else "hela dagen"
    if other.relation == "own":
        return f"Nätverket har redan ett möte då: {other.name}, {when}."
    if other.relation == "related":
        return f"Krockar med ett närstående nätverk: {other.name}, {when}."
    same = meeting.place and meeting.place.casefold() == other.meeting.place.casefold()
    return f"Samma plats, samma tid: {other.name} är i {other.meeting.place}, {when}." if same else ""


def _day(meeting: Planned) -> str:
    """What the day is: "Annandag påsk, påsklov". Of several days, the first that is something."""
    judged = next(iter(judge_span(meeting.first, meeting.last)), None)
    if judged is None:
        return ""
    words = ", ".join(judged.notes)
    named = f"{format_date(judged.day, year=False)}: {words}" if meeting.last > meeting.first else words
    return f"{named[:1].upper()}{named[1:]}."
