"""Writes meetings as iCalendar text (RFC 5545 and 7986) with the icalendar library. Pure: values in, text out.

Each meeting is serialised once, by itself, and a feed is such texts joined. Every meeting is a VEVENT of its own and
never part of a rule, because calendar programs disagree about rules, extra dates and moved exceptions.
"""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from hashlib import sha256
from typing import Final, Literal

from icalendar import (
    Calendar,
    Event,
    Parameters,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
)

from ..days.zone import STOCKHOLM, instant
from ..meeting_text.plain_text import Text, one_line, plain, web_address

PRODID: Final = "-//Göteborgsregionen//Nätverk och möten//SV"
REFRESH: Final = timedelta(hours=4)
# Programs show a meeting without an end as nothing at all, or as long as their own settings say.
ASSUMED: Final = timedelta(minutes=60)
_END: Final = b"END:VCALENDAR\r\n"


@dataclass(frozen=True)
class Meeting:
    """What a feed says about one meeting.

    Days and clock times are local (Europe/Stockholm). ``last_day`` is inclusive. Without ``start`` the meeting lasts
    whole days; without ``end`` its end is open. ``online_link`` is open to anybody. ``way_in`` is what LOCATION says
    instead of ``location``.
    """

    uid: str
    first_day: date
    last_day: date
    start: time | None
    end: time | None
    status: Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]
    summary: str
    location: str = ""
    description: str = ""
    url: str = ""
    categories: tuple[str, ...] = ()
    way_in: str = ""
    online_link: str = ""
    online_label: str = ""

    def meeting_digest(self) -> str:
        """64 hex digits that change with anything that SEQUENCE counts: day, time, status and place."""
        location = self.way_in or self.location
        values = (self.first_day, self.last_day, self.start, self.end, self.status, location)
        return sha256(repr(values).encode()).hexdigest()

    def content_digest(self) -> str:
        """64 hex digits that change with anything that a calendar program shows."""
        return sha256(repr(astuple(self)).encode()).hexdigest()


@dataclass(frozen=True)
class Heading:
    """What a feed says about itself: its name, its own address and its page's (both absolute) and, if a person has
    chosen its contents, that choice."""

    name: str
    source: str
    url: str = ""
    single: bool = False
    description: str = ""


def vevent(meeting: Meeting, sequence: int, last_modified: datetime) -> str:
    """The meeting's VEVENT with CRLF line ends. ``last_modified`` (aware) is also DTSTAMP, so that the same content
    always gives the same text (RFC 5545 section 3.8.7.2: without a METHOD the two mean the same).

    There is no ORGANIZER: section 3.8.4.3 forbids it where nobody is invited, and Outlook would ask for an answer.
    """
    event = Event()
    stamp = last_modified.astimezone(UTC).replace(microsecond=0)
    event.add("uid", meeting.uid)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", sequence)
    _add_time(event, meeting)
    event.add("status", meeting.status)
    # A day without a time and a cancelled meeting make nobody busy (RFC 5545 section 3.8.2.7).
    busy = meeting.start is not None and meeting.status != "CANCELLED"
    event.add("transp", "OPAQUE" if busy else "TRANSPARENT")
    if meeting.status == "TENTATIVE":
        event.add("x-microsoft-cdo-busystatus", "TENTATIVE")  # which Outlook trusts more than STATUS and TRANSP
    event.add("summary", Text(one_line(meeting.summary)))
    _add_words(event, meeting)
    written: bytes = event.to_ical()
    return written.decode()


def _add_time(event: Event, meeting: Meeting) -> None:
    after = meeting.last_day + timedelta(days=1)
    if meeting.start is None:
        event.add("dtstart", meeting.first_day)
        event.add("dtend", after)
        return
    start = datetime.combine(meeting.first_day, meeting.start, STOCKHOLM)
    event.add("dtstart", start)
    if meeting.end is not None and _ends_after_it_starts(meeting):
        event.add("dtend", datetime.combine(meeting.last_day, meeting.end, STOCKHOLM))
    elif meeting.last_day > meeting.first_day:
        # An open end becomes the end of the last day; without it programs would show only the first day.
        event.add("dtend", datetime.combine(after, time.min, STOCKHOLM))
    else:
        event.add("dtend", _assumed_end(start))


def _assumed_end(start: datetime) -> datetime:
    """An hour later. In the hour that occurs twice in autumn, the same hour later on the clock, which is two hours."""
    end = (instant(start.date(), start.time()) + ASSUMED).astimezone(STOCKHOLM)
    return end if end.replace(tzinfo=None) > start.replace(tzinfo=None) else start + ASSUMED


def _ends_after_it_starts(meeting: Meeting) -> bool:
    """Whether DTEND would be later than DTSTART, as RFC 5545 section 3.8.2.2 demands. When the clock is set forward,
    a meeting from 02:30 begins at 03:30, after an end at 03:15."""
    if meeting.start is None or meeting.end is None:
        return False
    return instant(meeting.first_day, meeting.start) < instant(meeting.last_day, meeting.end)


def _add_words(event: Event, meeting: Meeting) -> None:
    if location := one_line(meeting.way_in or meeting.location):
        event.add("location", Text(location))
    if description := plain(meeting.description):
        event.add("description", Text(description))
    if categories := [name for name in map(one_line, meeting.categories) if name]:
        event.add("categories", categories)
    if url := web_address(meeting.url):
        event.add("url", url)
    if link := web_address(meeting.online_link):
        # RFC 7986 section 5.11.
        parameters = Parameters({"VALUE": "URI", "FEATURE": ["AUDIO", "VIDEO"]})
        if label := one_line(meeting.online_label):
            parameters["LABEL"] = label
        event.add("conference", link, parameters=parameters)


def calendar(heading: Heading, components: Iterable[str]) -> bytes:
    """A VCALENDAR in UTF-8 with texts from ``vevent``, in their order. No METHOD, because a feed is a publication."""
    return enclosed(heading, "".join(components).encode())


def enclosed(heading: Heading, components: bytes) -> bytes:
    """The same for components that are already joined and in UTF-8."""
    return b"".join((_head(heading).removesuffix(_END), components, _END))


@lru_cache(maxsize=200)
def _head(heading: Heading) -> bytes:
    name, hours = one_line(heading.name), f"PT{REFRESH // timedelta(hours=1)}H"
    feed = Calendar()
    feed.add("prodid", PRODID)
    feed.add("version", "2.0")
    feed.add("calscale", "GREGORIAN")
    feed.add("name", Text(name))
    if not heading.single:
        # Microsoft's MS-OXCICAL forbids it for a single meeting, for which Outlook would open a new calendar.
        feed.add("x-wr-calname", Text(name))
    if description := plain(heading.description):
        feed.add("description", Text(description))
        feed.add("x-wr-caldesc", Text(description))
    feed.add("x-wr-timezone", Text(STOCKHOLM.key))
    feed.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    feed.add("x-published-ttl", Text(hours))
    feed.add("source", heading.source, parameters={"value": "URI"})
    if url := web_address(heading.url):
        feed.add("url", url)
    feed.add_component(_zone())
    written: bytes = feed.to_ical()
    return written


def _zone() -> Timezone:
    """Stockholm's time zone as two rules, by the EU's common rule (Directive 2000/84/EC; October since 1996)."""
    zone = Timezone()
    zone.add("tzid", STOCKHOLM.key)
    winter, summer = timedelta(hours=1), timedelta(hours=2)
    for part, name, before, after, start in (
        (TimezoneDaylight(), "CEST", winter, summer, datetime(1981, 3, 29, 2)),  # noqa: DTZ001 - local by definition
        (TimezoneStandard(), "CET", summer, winter, datetime(1996, 10, 27, 3)),  # noqa: DTZ001 - local by definition
    ):
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("dtstart", start)
        part.add("rrule", {"freq": "yearly", "bymonth": start.month, "byday": "-1su"})
        zone.add_component(part)
    return zone
