"""Checks a feed's bytes for what calendar programs cannot handle. Pure; knows nothing of how the feed was made.

The heading and each meeting can also be checked by themselves: ``heading_faults`` and ``meeting_faults`` together find
what ``lint`` finds in the whole.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

Fault = Literal[
    "line_ends",  # RFC 5545 section 3.1
    "long_line",  # section 3.1: 75 octets without the line break
    "not_utf8",
    "control_character",
    "frame",  # section 3.6: BEGIN and END in pairs, VERSION and PRODID
    "method",  # section 3.7.2: a feed is a publication, Outlook treats one with METHOD as an invitation
    "zone",  # section 3.6.5: every TZID has a zone with standard and daylight time
    "no_uid",  # section 3.8.4.7
    "same_uid",
    "no_dtstamp",  # section 3.8.7.2
    "no_dtstart",
    "ends_before_start",  # section 3.8.2.2
    "status",  # section 3.8.1.11
    "large",
    "too_large",
    "many",
    "too_many",
]

MEGABYTE: Final = 1_000_000  # bytes; Google and Outlook on the web fail on calendars slightly larger than this
MOST_MEETINGS: Final = 1_000
WARN_AT: Final = 0.8

_BARE: Final = re.compile(rb"(?<!\r)\n|\r(?!\n)")
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NAME: Final = re.compile(r"[A-Za-z0-9-]+")
_TZID: Final = re.compile(r';TZID="?([^";:]+)')
_STATUSES: Final = ("CONFIRMED", "TENTATIVE", "CANCELLED")
_ZONE_PART: Final = {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE"}


class Line(NamedTuple):
    """An unfolded content line: 'DTSTART', ';TZID=Europe/Stockholm', '20200207T083000'."""

    name: str
    parameters: str
    value: str


def lint(body: bytes) -> Counter[Fault]:
    """How often each fault occurs in a whole feed. Empty if it has none."""
    found: Counter[Fault] = Counter(_octet_faults(body))
    lines = _lines(body)
    meetings = list(_parts(lines, "VEVENT"))
    found.update(_frame_faults(lines))
    for meeting in meetings:
        found.update(_meeting_faults(meeting))
    found.update(shared_faults([_value(meeting, "UID") for meeting in meetings], len(body)))
    return found


def heading_faults(body: bytes) -> list[Fault]:
    """The faults in a feed without its meetings."""
    return [*_octet_faults(body), *_frame_faults(_lines(body))]


def meeting_faults(component: str) -> list[Fault]:
    """The faults in a VEVENT, given with its line breaks."""
    body = component.encode()
    return [*_octet_faults(body), *_meeting_faults(_lines(body))]


def shared_faults(uids: Sequence[str], size: int) -> list[Fault]:
    """The faults of a feed as a whole: in its UIDs, its number of meetings and its ``size`` in bytes."""
    found: list[Fault] = ["same_uid"] * (len(uids) - len(set(uids)))
    if size > MEGABYTE * WARN_AT:
        found.append("too_large" if size > MEGABYTE else "large")
    if len(uids) > MOST_MEETINGS * WARN_AT:
        found.append("too_many" if len(uids) > MOST_MEETINGS else "many")
    return found


def _octet_faults(body: bytes) -> Iterator[Fault]:
    if _BARE.search(body) or not body.endswith(b"\r\n"):
        yield "line_ends"
    if _CONTROL.search(body):
        yield "control_character"
    for line in body.split(b"\r\n"):
        if len(line) > 75:
            yield "long_line"
    try:
        body.decode()
    except UnicodeDecodeError:
        yield "not_utf8"


def _lines(body: bytes) -> list[Line]:
    text = re.sub(r"\r?\n[ \t]", "", body.decode(errors="replace"))
    return [_line(line) for line in re.split(r"\r?\n", text) if line]


def _line(text: str) -> Line:
    """Parse a line. A colon inside a quoted parameter does not end the parameters (RFC 5545 section 3.1)."""
    name = _NAME.match(text)
    rest = text[name.end() :] if name else text
    colon = rest.find(":")
    while colon >= 0 and rest.count('"', 0, colon) % 2:
        colon = rest.find(":", colon + 1)
    return Line(name[0].upper() if name else "", rest[:colon], rest[colon + 1 :])


def _frame_faults(lines: Sequence[Line]) -> Iterator[Fault]:
    pairs = [line.value for line in lines if line.name in ("BEGIN", "END")]
    framed = pairs[:1] == ["VCALENDAR"] and pairs[-1:] == ["VCALENDAR"] and _in_pairs(lines)
    if not framed or _value(lines, "VERSION") != "2.0" or not _value(lines, "PRODID"):
        yield "frame"
    if any(line.name == "METHOD" for line in lines):
        yield "method"
    zones = {_value(zone, "TZID") for zone in _parts(lines, "VTIMEZONE") if _is_complete(zone)}
    named = {found[1] for line in lines if (found := _TZID.match(line.parameters))}
    written = {_value(zone, "TZID") for zone in _parts(lines, "VTIMEZONE")}
    if (named | written) - zones:
        yield "zone"


def _in_pairs(lines: Iterable[Line]) -> bool:
    opened: list[str] = []
    for line in lines:
        if line.name == "BEGIN":
            opened.append(line.value)
        elif line.name == "END" and (not opened or opened.pop() != line.value):
            return False
    return not opened


def _is_complete(zone: Sequence[Line]) -> bool:
    """Whether the zone has rules for both standard and daylight time; otherwise half the year is an hour wrong."""
    halves = [list(_parts(zone, half)) for half in ("DAYLIGHT", "STANDARD")]
    return all(parts and {line.name for line in parts[0]} >= _ZONE_PART for parts in halves)


def _meeting_faults(lines: Sequence[Line]) -> Iterator[Fault]:
    values = {line.name: line for line in lines}
    if not _value(lines, "UID"):
        yield "no_uid"
    if "DTSTAMP" not in values:
        yield "no_dtstamp"
    if "DTSTART" not in values:
        yield "no_dtstart"
    elif "DTEND" in values and not _ends_after(values["DTSTART"], values["DTEND"]):
        yield "ends_before_start"
    if "STATUS" in values and values["STATUS"].value not in _STATUSES:
        yield "status"


def _ends_after(start: Line, end: Line) -> bool:
    """Whether ``end`` is after ``start``. Both are dates or times in one zone, so their texts can be compared."""
    return start.parameters == end.parameters and len(start.value) == len(end.value) and start.value < end.value


def _parts(lines: Iterable[Line], name: str) -> Iterator[list[Line]]:
    """The lines of each component called ``name``, including BEGIN and END."""
    part: list[Line] | None = None
    for line in lines:
        if line.name == "BEGIN" and line.value == name:
            part = []
        if part is not None:
            part.append(line)
            if line.name == "END" and line.value == name:
                yield part
                part = None


def _value(lines: Iterable[Line], name: str) -> str:
    return next((line.value for line in lines if line.name == name), "")
