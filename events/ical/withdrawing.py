"""Turns the text of a meeting that is gone into that of a cancelled one (RFC 5545 section 3.8.1.11). Pure."""

from datetime import UTC, datetime

from icalendar import Event

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


def summary_of(component: str) -> str:
    return str(Event.from_ical(component)["SUMMARY"])
