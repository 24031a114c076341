"""Reads a PO file that a stranger may have written, in time that grows with its size and no faster."""

import codecs
import os
import re
from tempfile import NamedTemporaryFile

import polib

# Bytes. A page has a few hundred texts, and its file a hundredth of it.
LARGEST = 2**20
WHOSE = "X-WagtailLocalize-TranslationID"
_CHARSET = re.compile(rb"Content-Type:[^\n]{0,200}?charset=([\w.:-]+)")
_HEAD = 10_000
# What programs for translators write. To decode some of Python's other encodings takes the square of the size.
_TAKEN = {
    "utf-8": "utf-8-sig",
    "ascii": "ascii",
    "iso8859-1": "iso8859-1",
    "iso8859-15": "iso8859-15",
    "cp1252": "cp1252",
}


class UnreadableError(ValueError):
    """What was read is no PO file, or in an encoding that is not taken."""


class _Entries(polib.POFile):
    def find(self, *args, **options):
        """Nothing: polib looks for the header only, to read it in time that grows with its square."""


def read(content):
    """The id of the translation that the file says it is of ("" if none), and its entries, without obsolete ones.

    Raises UnreadableError.
    """
    try:
        entries = _parsed(_joined(_decoded(content)))
    except (LookupError, ValueError, OSError) as error:  # polib raises OSError for what it cannot read
        raise UnreadableError from error
    header = next((entry.msgstr for entry in entries if not entry.msgid), "")
    fields = [line.partition(":") for line in header.splitlines()]
    return next((value.strip() for name, _colon, value in fields if name == WHOSE), ""), entries


def _decoded(content):
    named = _CHARSET.search(content[:_HEAD])
    encoding = codecs.lookup(named[1].decode() if named else "utf-8").name
    return content.decode(_TAKEN[encoding])


def _joined(text):
    """``text`` without comments, with each string in one line: polib copies what it has read for each line more.

    Raises ValueError if the lines of a string cannot be joined.
    """
    lines = (line.strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    joined = "\n".join(line for line in lines if line and not line.startswith("#")).replace('"\n"', "")
    if joined.startswith('"') or '\n"' in joined:
        raise ValueError("a string goes on that had no end")
    return joined


def _parsed(text):
    # Of a text, polib makes lines at characters that stand inside strings, and takes one for the name of a file.
    with NamedTemporaryFile("w", encoding="utf-8", newline="", delete=False) as file:
        file.write(text)
    try:
        return polib.pofile(file.name, encoding="utf-8", klass=_Entries)
    finally:
        os.unlink(file.name)
