"""Writes a meeting as schema.org's Event, following Google's documentation
(developers.google.com/search/docs/appearance/structured-data/event). Pure.

Leaves out what Google recommends but does not apply to a network's meeting, such as tickets and performers.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

from ..days.zone import STOCKHOLM, instant

Json = dict[str, Any]

_SCHEMA: Final = "https://schema.org/"
_ATTENDANCE: Final = {"on_site": "Offline", "online": "Online", "hybrid": "Mixed"}
# The region of all members but one, which is all we know about a meeting whose place is not given.
_REGION: Final = {"@type": "PostalAddress", "addressRegion": "Västra Götalands län", "addressCountry": "SE"}


@dataclass(frozen=True)
class MeetingFacts:
    """The facts of one meeting, with absolute addresses. ``start`` and ``end`` are wall-clock times in Stockholm;
    without ``start`` only the days are known. ``form`` is a value of ``choices.Format``."""

    name: str
    url: str
    first_day: date
    last_day: date
    start: time | None = None
    end: time | None = None
    form: str = "on_site"
    place: str = ""
    place_unknown: str = ""
    online_link: str = ""
    cancelled: bool = False
    moved_from: date | None = None
    moved_online: bool = False
    description: str = ""
    language: str = "sv"
    image: str = ""
    organisers: tuple[tuple[str, str], ...] = ()  # (name, address)


def event(meeting: MeetingFacts) -> Json:
    """The meeting as a JSON-LD object without ``@context``."""
    found: Json = {
        "@type": "Event",
        "name": meeting.name,
        "url": meeting.url,
        "startDate": _moment(meeting.first_day, meeting.start),
        "endDate": _end(meeting),
        "eventStatus": _SCHEMA + _status(meeting),
        "previousStartDate": _previous(meeting),
        "eventAttendanceMode": f"{_SCHEMA}{_ATTENDANCE[meeting.form]}EventAttendanceMode",
        "location": _location(meeting),
        "organizer": [{"@type": "Organization", "name": name, "url": url} for name, url in meeting.organisers],
        "description": meeting.description,
        "image": meeting.image,
        "inLanguage": meeting.language,
    }
    return {name: value for name, value in found.items() if value}


def _moment(day: date, clock: time | None) -> str:
    """ISO 8601 with Stockholm's offset on that day, or the day alone if the time is unknown."""
    return _local(instant(day, clock)).isoformat() if clock else day.isoformat()


def _local(moment: datetime) -> datetime:
    return moment.astimezone(STOCKHOLM)


def _end(meeting: MeetingFacts) -> str:
    if meeting.start is None:
        return meeting.last_day.isoformat()
    if meeting.end:
        return _moment(meeting.last_day, meeting.end)
    return meeting.last_day.isoformat() if meeting.last_day > meeting.first_day else ""


def _status(meeting: MeetingFacts) -> str:
    """The one status. ``previousStartDate`` is only allowed with EventRescheduled, so a cancelled meeting has none."""
    if meeting.cancelled:
        return "EventCancelled"
    if meeting.moved_from:
        return "EventRescheduled"
    return "EventMovedOnline" if meeting.moved_online else "EventScheduled"


def _previous(meeting: MeetingFacts) -> str:
    return meeting.moved_from.isoformat() if meeting.moved_from and not meeting.cancelled else ""


def _location(meeting: MeetingFacts) -> Json | list[Json]:
    virtual = {"@type": "VirtualLocation", "url": meeting.online_link or meeting.url}
    if meeting.form == "online":
        return virtual
    address = {**_REGION, "streetAddress": meeting.place} if meeting.place else _REGION
    place = {"@type": "Place", "name": meeting.place or meeting.place_unknown, "address": address}
    return [place, virtual] if meeting.form == "hybrid" else place
