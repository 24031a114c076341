"""Guesses what a visitor to an address that does not exist was looking for. Pure."""

import re
from typing import Final

LONGEST: Final = 80
# Folders of ours, of the old site and of other systems, which say nothing about what was looked for.
_FOLDERS: Final = {
    "atom", "calendar", "dokument", "documents", "en", "filer", "ics", "kalender", "media", "meeting", "mina-natverk",
    "mote", "my-networks", "natverk", "networks", "search", "sida", "sidor", "sok", "sv",
}  # fmt: skip
_ENDING: Final = re.compile(r"\.(?:html?|aspx?|php|pdf|docx?)$", re.IGNORECASE)
_FILE: Final = re.compile(r"\.\w{1,8}$")
# "1.4a2b3c4d5e" in the old site's addresses, and our meetings' keys.
_KEY: Final = re.compile(r"^(?:[\d.]+[0-9a-f]*|[0-9a-f-]{32,36})$", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]{2,}")


def words_of(path: str) -> str:
    """The words of the last part of ``path`` that has any, separated by spaces; "" if none has.

    ``path`` is decoded. "" for a picture, script or the like, since no page can replace it.
    """
    for part in reversed([part for part in path.split("/") if part]):
        name = _ENDING.sub("", part)
        if _FILE.search(name) and not _KEY.match(name):
            return ""
        if name.casefold() in _FOLDERS or _KEY.match(name):
            continue
        if words := _WORD.findall(name):
            return " ".join(words)[:LONGEST].strip()
    return ""
