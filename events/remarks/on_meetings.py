"""What an editor should look at before saving a date, in Swedish words. Remarks never prevent saving. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from ..days.date_format import format_date, format_times
from ..days.day_notes import judge_span
from .planned import Planned

# A date further than this from all the others, which are closer together, is probably in the wrong year.
FAR = timedelta(days=270)


@dataclass(frozen=True)
class Other:
    """Another meeting, its name and why it matters: "own", "related", or "" if only the place does."""

    meeting: Planned
    name: str
    relation: str = ""


def remarks(meeting: Planned, siblings: Sequence[Planned], others: Iterable[Other], today: date) -> list[str]:
    """All remarks, the most serious first; ``[]`` for a cancelled meeting.

    ``siblings`` are the event's other dates in the form. A past meeting gets only remarks about likely typing errors.
    """
    if meeting.cancelled:
        return []
    found = [_wrong_year(meeting.first, [other.first for other in siblings]), _double(meeting, siblings)]
    if meeting.last >= today:
        found += [_clash(meeting, other) for other in others if meeting.overlaps(other.meeting)]
        found.append(_day_words(meeting))
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


def _day_words(meeting: Planned) -> str:
    """The notes on the day: "Annandag påsk, påsklov". For several days, those on the first day that has any."""
    judged = next(iter(judge_span(meeting.first, meeting.last)), None)
    if judged is None:
        return ""
    words = ", ".join(judged.notes)
    named = f"{format_date(judged.day, year=False)}: {words}" if meeting.last > meeting.first else words
    return f"{named[:1].upper()}{named[1:]}."
