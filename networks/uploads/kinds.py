"""The kinds of files that may be uploaded, by their ending, and how their content begins. Pure.

Sources: ISO 32000-2 (PDF), ECMA-376 part 2 (Office Open XML), OASIS ODF 1.3 part 2 (OpenDocument packages),
RFC 5545 (iCalendar), and the specifications of each picture format.
"""

from typing import Final, NamedTuple


class Kind(NamedTuple):
    """``starts``: what a file of this kind begins with, one of them. Empty for plain text.

    ``part``: a file or folder that the archive has to contain. ``mimetype``: what an OpenDocument file says it is.
    """

    starts: tuple[bytes, ...] = ()
    part: str = ""
    mimetype: str = ""


_ZIP: Final = (b"PK\x03\x04",)
_ODF: Final = "application/vnd.oasis.opendocument."

DOCUMENTS: Final = {
    "csv": Kind(),
    "docx": Kind(_ZIP, part="word/"),
    "ics": Kind((b"BEGIN:VCALENDAR",)),
    "odp": Kind(_ZIP, mimetype=f"{_ODF}presentation"),
    "ods": Kind(_ZIP, mimetype=f"{_ODF}spreadsheet"),
    "odt": Kind(_ZIP, mimetype=f"{_ODF}text"),
    "pdf": Kind((b"%PDF-",)),
    "pptx": Kind(_ZIP, part="ppt/"),
    "rtf": Kind((b"{\\rtf",)),
    "txt": Kind(),
    "xlsx": Kind(_ZIP, part="xl/"),
    "zip": Kind((*_ZIP, b"PK\x05\x06")),
}

# Their content is judged by Pillow, which reads every pixel.
PICTURES: Final = ("avif", "gif", "jpeg", "jpg", "png", "webp")

# What Word, Excel and PowerPoint write with a password, and in their formats from before 2007.
OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# What browsers take for a web page or a drawing with scripts (WHATWG, MIME Sniffing Standard, section 7.1).
MARKUP: Final = (
    b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<iframe", b"<svg", b"<?xml", b"<!doctype svg",
)  # fmt: skip
