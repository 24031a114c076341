"""Text from a form made fit for a calendar property: it survives the trip and starts no property of its own. Pure."""

import re
from urllib.parse import urlsplit

from icalendar import vText

# What RFC 5545 allows in no text (section 3.1) and a stray byte order mark; what some readers take for a line's end.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff]")
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


class Text(vText):
    r"""The library reads ``\N`` inside a value as a line break; here it is a backslash and an N (``K:\Nätverk``)."""

    def to_ical(self) -> bytes:
        return b"".join(vText(part).to_ical() for part in re.split(r"(?<=\\)(?=N)", self))


def plain(text: str) -> str:
    """Text as it may stand in a property: line breaks are ``\\n``, and there are no other control characters."""
    return _CONTROL.sub("", _LINE_BREAK.sub("\n", text)).strip()


def one_line(text: str) -> str:
    """``plain`` without line breaks, for names and titles."""
    return " ".join(plain(text).split())


def web_address(url: str) -> str:
    """``url`` if it is an http or https address that a calendar may show, else an empty text."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    fit = parts.scheme in ("http", "https") and parts.netloc and url == "".join(url.split()) and url.isprintable()
    return url if fit else ""
