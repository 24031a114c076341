"""The addresses with which each calendar service takes a subscription. Pure.

``webcal:`` is registered with IANA (provisional); Apple Calendar, classic Outlook and Thunderbird open it as a
subscription (for Outlook: Microsoft, "Internet Calendar Subscriptions", which documents clicking such a link).
Neither Google nor Microsoft has published the form of its link on the web: these are established use, answered by
their services and used by many sites (Simon Willison, "Providing a subscribe in Google Calendar link for an ics
feed"), and not documented. Google refuses an https address in its link (github.com/calagator/calagator/issues/556)
and has been seen to refuse a webcal one too (github.com/gpu-mode/kernelboard/pull/256). So the dialogue always tells,
below the links, the way that the provider does document, which needs none of them:
Google, "Add someone else's calendar", support.google.com/calendar/answer/37100;
Microsoft, "Import or subscribe to a calendar in Outlook.com or Outlook on the web", support.microsoft.com;
Apple, "Subscribe to calendars on Mac", Calendar User Guide.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

LONGEST_PICTURE: Final = 420  # octets
# Where Google takes any address that is pasted: the page behind "From URL" in its own settings.
GOOGLE_BY_ADDRESS: Final = "https://calendar.google.com/calendar/r/settings/addbyurl"


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
    def google_by_address(self) -> str:
        return GOOGLE_BY_ADDRESS

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
