"""Turns the text of a meeting that is gone into that of a cancelled one (RFC 5545 section 3.8.1.11). Pure."""

from collections.abc import Callable
from datetime import UTC, datetime

from icalendar import Event, vText

from ..meeting_text.plain_text import Text

# What a meeting was told with goes, since its page is gone and the words may be why it was deleted.
_GONE = ("STATUS", "TRANSP", "SUMMARY", "DESCRIPTION", "URL", "CONFERENCE", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE")


def cancelled(component: str, sequence: int, changed_at: datetime, summary: str, description: str) -> str:
    """The VEVENT ``component`` (CRLF line ends) as cancelled at ``changed_at`` (aware), with new words."""
    event = Event.from_ical(component)
    for name in (*_GONE, *[name for name in event if name.startswith("X-")]):
        event.pop(name, None)
    stamp = changed_at.astimezone(UTC).replace(microsecond=0)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", sequence)
    event.add("status", "CANCELLED")
    event.add("transp", "TRANSPARENT")
    event.add("summary", Text(summary))
    event.add("description", Text(description))
    written: bytes = event.to_ical()
    return written.decode()


def with_words(component: str, change: Callable[[str], str]) -> str:
    """The VEVENT ``component`` with ``change`` made to each of its texts, or the same string if nothing changes."""
    event = Event.from_ical(component)
    texts = {name: value for name, value in event.items() if isinstance(value, vText)}
    changed = {name: new for name, value in texts.items() if (new := change(str(value))) != str(value)}
    for name, new in changed.items():
        event[name] = vText(new, params=texts[name].params)
    written: bytes = event.to_ical()
    return written.decode() if changed else component


def summary_of(component: str) -> str:
    return str(Event.from_ical(component)["SUMMARY"])
