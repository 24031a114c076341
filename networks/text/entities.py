"""Decodes the character references of HTML, whatever numbers they have. Pure."""

import re
from html import unescape

# No character has a number as long as this, and Python refuses to read a number of some thousand digits.
_ENDLESS = re.compile(r"&#(?:[0-9]{9,}|[xX][0-9a-fA-F]{9,});?")
_NO_CHARACTER = "\ufffd"  # what the HTML standard puts in the place of a number without a character


def unescaped(html: str) -> str:
    """``html`` with its character references decoded. Raises nothing."""
    return unescape(readable(html))


def readable(html: str) -> str:
    """``html`` with character references that any parser can read."""
    return _ENDLESS.sub(_NO_CHARACTER, html) if "&#" in html else html
