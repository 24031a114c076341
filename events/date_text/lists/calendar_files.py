"""Meetings of a calendar file (RFC 5545) whose text has been pasted: one draft for each VEVENT."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from events.days.zone import STOCKHOLM

from .drafts import Draft, refused_row

_PROPERTY = re.compile(
    r"(?P<name>[A-Z-]+)(?P<parameters>(?:;[^:\"]*(?:\"[^\"]*\"[^:\"]*)*)?):(?P<value>.*)", re.IGNORECASE
)
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:\d\d)?(Z?))?")
_DURATION = re.compile(r"P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d{1,5}S)?)?")
_SWEDISH_ZONES = re.compile(
    r"(?:Europe/(?:Stockholm|Berlin|Amsterdam|Paris|Rome|Madrid|Vienna|Brussels|Copenhagen|Oslo|Zurich|Prague|Warsaw)"
    r"|W\. Europe Standard Time|Romance Standard Time|Central Europe(?:an)? Standard Time)",
    re.IGNORECASE,
)
_LONGEST = timedelta(days=10)


def without_events(lines: Sequence[str]) -> Iterator[str | Draft | list[str]]:
    """The lines, with each event as a draft and each other part of a calendar file as a list of its lines."""
    at = 0
    while at < len(lines):
        name = lines[at].strip().upper()
        if name in ("BEGIN:VEVENT", "BEGIN:VTIMEZONE", "BEGIN:VALARM"):
            end = next(
                (near for near in range(at, len(lines)) if lines[near].strip().upper() == f"END:{name[6:]}"), None
            )
            end = len(lines) - 1 if end is None else end
            part = [line for line in lines[at : end + 1] if line.strip()]
            yield _event(part) if name == "BEGIN:VEVENT" else part
            at = end + 1
        elif re.match(r"(?:BEGIN|END):V|(?:VERSION|PRODID|CALSCALE|METHOD|X-WR-[A-Z]+)[:;]", name):
            yield [lines[at]]
            at += 1
        else:
            yield lines[at]
            at += 1


def _event(lines: list[str]) -> Draft:
    named: dict[str, tuple[str, str]] = {}
    for line in _unfolded(lines):
        if found := _PROPERTY.fullmatch(line):
            named.setdefault(found["name"].upper(), (found["parameters"], found["value"].strip()))
    start = _moment(*named.get("DTSTART", ("", "")))
    if start is None:
        return refused_row(lines, "unread_date")
    day, clock, zoned = start
    draft = Draft(lines, day, day, clock, own_time=clock is not None, weekday=day.weekday())
    draft.location, draft.theme = _text(named, "LOCATION"), _text(named, "SUMMARY")
    if clock is None:
        draft.add("whole_day")
    if not zoned:
        draft.add("other_zone")
    if {"RRULE", "RDATE"} & named.keys():
        draft.add("series")
    _status(draft, named)
    _set_end(draft, named)
    return draft


def _unfolded(lines: Sequence[str]) -> list[str]:
    """Long lines whole again: a line that begins with white space goes on with the one before (section 3.1)."""
    whole: list[list[str]] = []
    for line in lines:
        if line[:1] in (" ", "\t") and whole:
            whole[-1].append(line[1:])
        else:
            whole.append([line])
    return ["".join(parts) for parts in whole]


def _moment(parameters: str, value: str) -> tuple[date, time | None, bool] | None:
    """(local day, local time, whether the zone is known) of a DATE or DATE-TIME value."""
    found = _STAMP.fullmatch(value)
    if found is None:
        return None
    try:
        if found[4] is None:
            return date(int(found[1]), int(found[2]), int(found[3])), None, True
        moment = datetime(*(int(found[part]) for part in range(1, 6)))  # type: ignore[arg-type]  # noqa: DTZ001 (zoned below)
        zone = re.search(r"TZID=\"?([^\";:]+)", parameters, re.IGNORECASE)
        if found[6]:
            moment = moment.replace(tzinfo=UTC).astimezone(STOCKHOLM)
            return moment.date(), moment.time(), True
        return moment.date(), moment.time(), zone is None or bool(_SWEDISH_ZONES.search(zone[1]))
    except (ValueError, OverflowError):
        return None


def _text(named: dict[str, tuple[str, str]], name: str) -> str:
    value = named.get(name, ("", ""))[1]
    plain = re.sub(r"\\[nN]", " ", value).replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    return re.sub(r"\s+", " ", plain).strip()[:200]


def _status(draft: Draft, named: dict[str, tuple[str, str]]) -> None:
    stated = named.get("STATUS", ("", ""))[1].upper()
    if stated in ("CANCELLED", "TENTATIVE"):
        draft.status = "cancelled" if stated == "CANCELLED" else "tentative"


def _set_end(draft: Draft, named: dict[str, tuple[str, str]]) -> None:
    assert draft.start_date  # noqa: S101 (set by the only caller)
    begin = datetime.combine(draft.start_date, draft.start_time or time.min)
    finish: datetime | None = None
    if end := _moment(*named.get("DTEND", ("", ""))):
        finish = datetime.combine(end[0], end[1] or time.min)
    elif length := _DURATION.fullmatch(named.get("DURATION", ("", ""))[1]):
        weeks, days, hours, minutes = (int(part or 0) for part in length.groups())
        finish = begin + timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes)
    if finish is None or finish <= begin:
        return
    if finish - begin > _LONGEST:
        draft.refuse("period")
        return
    if draft.start_time is None:
        draft.end_date = (finish - timedelta(days=1)).date()  # DTEND is the day after the last (section 3.6.1)
        return
    draft.end_date, draft.end_time = finish.date(), finish.time()
