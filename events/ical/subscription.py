"""Builds the addresses that add a subscription to each calendar service. Pure.

``webcal:`` is registered with IANA (provisional); Apple Calendar, classic Outlook and Thunderbird open it as a
subscription (for Outlook: Microsoft, "Internet Calendar Subscriptions", which documents clicking such a link).
Neither Google nor Microsoft documents the form of its link. Both services answer these links, and many sites use them
(Simon Willison, "Providing a subscribe in Google Calendar link for an ics feed"). Google refuses an https address in
its link (github.com/calagator/calagator/issues/556) and has been seen to refuse a webcal one too
(github.com/gpu-mode/kernelboard/pull/256). So the dialogue always shows, below the links, the way that the provider
does document, which needs no link:
Google, "Add someone else's calendar", support.google.com/calendar/answer/37100;
Microsoft, "Import or subscribe to a calendar in Outlook.com or Outlook on the web", support.microsoft.com;
Apple, "Subscribe to calendars on Mac", Calendar User Guide.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

LONGEST_PICTURE: Final = 420  # octets
# The page behind "From URL" in Google's settings, which accepts any pasted address.
GOOGLE_BY_ADDRESS: Final = "https://calendar.google.com/calendar/r/settings/addbyurl"


@dataclass(frozen=True)
class Subscription:
    """``address`` is the feed's absolute address (https in production); ``name`` is a name for the calendar."""

    address: str
    name: str

    @property
    def webcal(self) -> str:
        return "webcal:" + self.address.partition(":")[2]

    @property
    def has_picture(self) -> bool:
        """Whether a QR code of the address has modules large enough to be read from a screen."""
        return len(self.webcal.encode()) <= LONGEST_PICTURE

    @property
    def google(self) -> str:
        # With an https address Google says that the calendar cannot be added; with webcal it offers to add it.
        return f"https://calendar.google.com/calendar/r?cid={_quoted(self.webcal)}"

    @property
    def google_by_address(self) -> str:
        return GOOGLE_BY_ADDRESS

    @property
    def microsoft_365(self) -> str:
        """For a work or school account: Outlook on the web adds the calendar, and the new Outlook shows it too."""
        return f"https://outlook.office.com/calendar/0/addfromweb?{self._for_outlook}"

    @property
    def outlook_com(self) -> str:
        """For a private Microsoft account."""
        return f"https://outlook.live.com/calendar/0/addfromweb?{self._for_outlook}"

    @property
    def _for_outlook(self) -> str:
        return f"url={_quoted(self.address)}&name={_quoted(self.name)}"


def _quoted(text: str) -> str:
    """``text`` percent-encoded, with %20 for a space because not every reader understands a plus sign."""
    return quote(text, safe="")
