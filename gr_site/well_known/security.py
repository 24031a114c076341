"""Whom to tell of a weakness in the site (RFC 9116). Pure."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

# Section 2.5.5: a date less than a year ahead. Written anew each day, it never comes near.
_GOOD_FOR: Final = timedelta(days=180)


def contact_address(contact: str) -> str:
    """A URI of ``contact``: an e-mail address gets its scheme (section 2.5.3), what has one stays as it is."""
    return contact if ":" in contact else f"mailto:{contact}"


def security_text(contact: str, canonical: str, today: date) -> str:
    """The text of security.txt. ``canonical`` is its own address, which must be https outside of development."""
    expires = datetime.combine(today + _GOOD_FOR, time.min, UTC)
    fields = {
        "Contact": contact_address(contact),
        "Expires": expires.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "Preferred-Languages": "sv, en",
        "Canonical": canonical,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())
