"""Tells which family of calendar programs fetches a feed. Pure: a User-Agent in, one of six words out."""

from typing import Final

OTHER: Final = "other"
LONGEST: Final = 300  # characters of a User-Agent that are read

# The order matters: Outlook for Mac and Thunderbird also name Apple's system, and Android apps name their libraries.
_SIGNS: Final = (
    ("outlook", ("outlook", "microsoft office", "msoffice", "ms-office", "microsoft exchange", "exchangeservices")),
    ("google", ("google-calendar", "googlecalendar", "google calendar")),
    ("thunderbird", ("thunderbird", "betterbird")),
    ("android", ("davx5", "icsx5", "icsdroid", "bitfire")),
    ("apple", ("dataaccessd", "calendaragent", "calendar/", "icalendar/", "ical/", "accountsd")),
)


def family(user_agent: str) -> str:
    """'outlook', 'google', 'apple', 'thunderbird', 'android' or 'other' (browsers, scripts, servers, no name)."""
    agent = user_agent[:LONGEST].lower()
    return next((name for name, signs in _SIGNS if any(sign in agent for sign in signs)), OTHER)
