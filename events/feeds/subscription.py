"""The addresses with which each calendar service takes a subscription. Pure.

``webcal:`` is registered with IANA (provisional); Apple Calendar, classic Outlook and Thunderbird open it as a
subscription. Neither Google nor Microsoft has published the form of its link: these are the ones that their services
answer to and that sites commonly use (Simon Willison, "Providing a subscribe in Google Calendar link for an ics
feed"). So the dialogue always tells, beside each link, the way that the provider does document:
Google, "Add someone else's calendar", support.google.com/calendar/answer/37100;
Microsoft, "Import or subscribe to a calendar in Outlook.com or Outlook on the web", support.microsoft.com;
Apple, "Subscribe to calendars on Mac", Calendar User Guide.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

LONGEST_PICTURE: Final = 420  # octets


@dataclass(frozen=True)
class Subscription:
    """``address`` is the feed's whole address (https on a site in use), ``name`` what the calendar is to be called."""

    address: str
    name: str

    @property
    def webcal(self) -> str:
        return "webcal:" + self.address.partition(":")[2]

    @property
    def has_picture(self) -> bool:
        """Whether a QR code of the address has squares large enough to be read from a screen."""
        return len(self.webcal.encode()) <= LONGEST_PICTURE

    @property
    def google(self) -> str:
        # With an https address Google answers that the calendar cannot be added; with webcal it asks to add it.
        return f"https://calendar.google.com/calendar/r?cid={_quoted(self.webcal)}"

    @property
    def microsoft_365(self) -> str:
        """For an account at work or school: Outlook on the web adds it, and the new Outlook shows it too."""
        return f"https://outlook.office.com/calendar/0/addfromweb?{self._for_outlook}"

    @property
    def outlook_com(self) -> str:
        """For a private account at Microsoft."""
        return f"https://outlook.live.com/calendar/0/addfromweb?{self._for_outlook}"

    @property
    def _for_outlook(self) -> str:
        return f"url={_quoted(self.address)}&name={_quoted(self.name)}"


def _quoted(text: str) -> str:
    """Percent-encoded throughout: not every reader takes a plus sign for a space."""
    return quote(text, safe="")
