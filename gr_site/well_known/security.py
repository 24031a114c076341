"""Says where to report a vulnerability in the site (RFC 9116). Pure."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

# Section 2.5.5: a date less than a year ahead. The file is generated each day, so that it never expires.
_GOOD_FOR: Final = timedelta(days=180)


def contact_address(contact: str) -> str:
    """``contact`` as a URI: an e-mail address gets a scheme (section 2.5.3); what has one is unchanged."""
    return contact if ":" in contact else f"mailto:{contact}"


def security_text(contact: str, canonical: str, today: date) -> str:
    """The text of security.txt. ``canonical`` is its own address, which must be https outside development."""
    expires = datetime.combine(today + _GOOD_FOR, time.min, UTC)
    fields = {
        "Contact": contact_address(contact),
        "Expires": expires.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "Preferred-Languages": "sv, en",
        "Canonical": canonical,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())
