"""A letter as the e-mail that is sent."""

from email.utils import format_datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.core.validators import validate_email


def message_of(letter):
    """Gives the same Message-ID and Date whenever it is asked. Raises ValueError for what no e-mail can have.

    Auto-Submitted keeps out-of-office replies away (RFC 3834, section 5).
    """
    _check(letter.to)
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    headers = letter.headers | {
        "Message-ID": f"<{letter.key.hex}@{host}>",
        "Date": format_datetime(letter.created),
        "Auto-Submitted": "auto-generated",
    }
    message = EmailMultiAlternatives(letter.subject, letter.text, to=[letter.to], headers=headers)
    if letter.html:
        message.attach_alternative(letter.html, "text/html")
    return message


def _check(address):
    """Django sends a letter to nobody without a word, and to a name without a host."""
    try:
        validate_email(address)
    except ValidationError as fault:
        raise ValueError(f"{address!r} is no address.") from fault
