"""Cleans text from a form for a calendar property, so that readers keep it whole and it cannot inject one. Pure."""

import re
from urllib.parse import urlsplit

from icalendar import vText

# Characters that RFC 5545 (section 3.1) forbids in text, a stray byte order mark, and what some readers take for a
# line end.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff]")
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


class Text(vText):
    r"""Keeps ``\N`` as a backslash and an N (``K:\Nätverk``), where the library would read a line break."""

    def to_ical(self) -> bytes:
        return b"".join(vText(part).to_ical() for part in re.split(r"(?<=\\)(?=N)", self))


def plain(text: str) -> str:
    """Text that is safe in a property: line breaks are ``\\n``, and there are no other control characters."""
    return _CONTROL.sub("", _LINE_BREAK.sub("\n", text)).strip()


def one_line(text: str) -> str:
    """``plain`` without line breaks, for names and titles."""
    return " ".join(plain(text).split())


def web_address(url: str) -> str:
    """``url`` if it is an http or https address that a calendar may show, else ''.

    A backslash is none of the characters of an address (RFC 3986 section 2), and readers take it for an escape.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    fit = parts.scheme in ("http", "https") and parts.netloc and url == "".join(url.split()) and url.isprintable()
    return url.replace("\\", "%5C") if fit else ""
