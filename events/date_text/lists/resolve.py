"""From a candidate on a line to a draft with real dates: the year, the usual time and place, what the days say."""

from datetime import date, time, timedelta

from events.days.date_format import WEEKDAYS, format_date

from ..lines.candidates import Candidate
from ..lines.places import find_where
from ..lines.residue import split_pieces
from ..tokens.mentions import Day
from ..tokens.time_grammar import reaches_midnight
from .drafts import Draft, refused_row
from .headings import EVERYWHERE
from .section import Section
from .years import YearFrame, year_of

_LONGEST, _LONG = timedelta(days=10), timedelta(days=3)


def resolve(candidate: Candidate, section: Section, raw: str, previous: Draft | None) -> Draft:
    """The draft of one meeting; refused when the date cannot be."""
    year, codes = year_of(candidate.span.first, section.frame, section.today)
    draft = Draft([raw], heading=section.heading, status=candidate.status)
    start = _date(candidate.span.first, year)
    if start and candidate.span.first.year is None and _turns(start, previous, section):
        year, codes = year + 1, ("year_turn",)
        start = _date(candidate.span.first, year)
    if start is None:
        return refused_row([raw], "no_such_date")
    draft.start_date = draft.end_date = start
    for code in codes:
        draft.add(code, **({"year": year} if code.startswith("year_") and code != "year_differs" else {}))
    if candidate.span.last is not None and (refusal := _end(draft, candidate.span.last, start)):
        return refused_row([raw], refusal)
    _remark(draft, candidate)
    _weekdays(draft, candidate, section)
    _times(draft, candidate, section)
    where = find_where(split_pieces(candidate.ink))
    draft.location, draft.theme = where.location, where.theme
    for code in where.remarks:
        draft.add(code)
    if where.unplaced:
        draft.add("place_words", ink=where.unplaced)
    if section.tentative and draft.status == "planned":
        draft.status = "tentative"
    remember_year(section, start)
    return draft


def remember_year(section: Section, day: date) -> None:
    """Lets rows below without a year take that of a row that states it, where no heading gives one."""
    if section.frame.year is None or section.frame.inherited:
        section.frame = YearFrame(day.year, inherited=True, near=section.frame.near)


def _date(day: Day, year: int) -> date | None:
    try:
        return date(year, day.month or 0, day.day)
    except ValueError:
        return None


def _turns(start: date, previous: Draft | None, section: Section) -> bool:
    """Whether the list has passed new year without saying so: "3 december", then "14 januari"."""
    if previous is None or previous.start_date is None or previous.heading != section.heading:
        return False
    same = previous.start_date.year == start.year and not previous.refused
    return same and section.frame.term in ("", "autumn") and previous.start_date - start > timedelta(days=210)


def _end(draft: Draft, last: Day, start: date) -> str:
    """Sets the last day. Gives the code of a refusal if the days make no meeting."""
    year = last.year or start.year + ((last.month or 0) < start.month)
    end = _date(last, year)
    if end is None:
        return "no_such_date"
    if end < start:
        return "backward"
    if end - start >= _LONGEST:
        return "period"
    draft.end_date = end
    if end - start >= _LONG:
        draft.add("long_range")
    return ""


def _remark(draft: Draft, candidate: Candidate) -> None:
    for code in candidate.remarks:
        if code == "unread_lunch":
            draft.add("unread", ink="lunch till lunch")
        else:
            draft.add(code)
    if candidate.reason:
        draft.add("reason", ink=candidate.reason)
    draft.weeks = candidate.weeks
    draft.weekday = candidate.span.first.weekday
    if candidate.whole_day:
        draft.add("whole_day")


def _weekdays(draft: Draft, candidate: Candidate, section: Section) -> None:
    """Compares stated weekdays and weeks with the calendar."""
    assert draft.start_date and draft.end_date  # noqa: S101 (set by the only caller)
    days = [(candidate.span.first, draft.start_date)]
    if candidate.span.last:
        days.append((candidate.span.last, draft.end_date))
    for stated, real in days:
        if stated.weekday is not None and stated.weekday != real.weekday():
            draft.add("weekday", day=format_date(real, weekday=False), weekday=WEEKDAYS["sv"][real.weekday()])
    if (
        section.usual.weekday is not None
        and draft.weekday is None
        and draft.start_date == draft.end_date
        and draft.start_date.weekday() != section.usual.weekday
    ):
        real = draft.start_date
        draft.add("usual_weekday", day=format_date(real, weekday=False), weekday=WEEKDAYS["sv"][real.weekday()])
    for week in candidate.weeks:
        if week not in (draft.start_date.isocalendar().week, draft.end_date.isocalendar().week):
            draft.add(
                "week", day=format_date(draft.start_date, weekday=False), week=draft.start_date.isocalendar().week
            )


def _times(draft: Draft, candidate: Candidate, section: Section) -> None:
    draft.start_time, draft.end_time = candidate.first_time, candidate.last_time
    begin, end = candidate.first_time, candidate.last_time
    if begin and end and draft.start_date == draft.end_date and end <= begin and not _to_next_day(begin, end):
        draft.start_time = draft.end_time = None  # "7 till 7 januari, lunch till lunch"
        draft.add("backward_times")
    draft.own_time = draft.start_time is not None
    usual = section.usual
    if usual.start and (not draft.own_time or draft.has("start_of_part")):
        use_usual(draft, section)
        if usual.heading not in (section.heading, EVERYWHERE) and draft.start_time:
            draft.add("time_other_heading")
    elif draft.has("part_of_day") and draft.own_time:
        draft.drop("part_of_day")


def _to_next_day(begin: time, end: time) -> bool:
    return end == time(0) or reaches_midnight(begin, end)


def use_usual(draft: Draft, section: Section) -> None:
    """Gives the draft the usual time, unless its words speak of another."""
    usual = section.usual
    assert usual.start  # noqa: S101 (asked by the callers)
    long_day = usual.end is not None and (usual.end.hour - usual.start.hour) >= 5
    if draft.has("time_unclear") or draft.has("backward_times") or draft.has("clock_missing"):
        return
    if draft.end_date != draft.start_date or draft.has("part_of_day") or (draft.has("whole_day") and not long_day):
        draft.add("default_overridden")
        return
    draft.start_time, draft.end_time = usual.start, usual.end
