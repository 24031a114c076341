"""Whether the content of a file is what its name says. Reads a few kilobytes of it. Pure."""

import codecs
import struct
import zipfile
from enum import Enum
from typing import IO, Final

from .kinds import DOCUMENTS, MARKUP, OLD_OFFICE, Kind

_HEAD: Final = 4096
_BLANK: Final = b"\t\n\x0c\r "
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# More than any office program writes. To list an archive of a million names takes half a gigabyte.
_MOST_NAMES: Final = 20_000
_LARGEST_LIST: Final = 4_000_000


# ISO/IEC 14496-12, section 4.3, and ISO/IEC 23008-12, annex B: the first box of a file names what it can be read as.
_HEIC: Final = {b"heic", b"heim", b"heis", b"heix", b"hevc", b"hevm", b"hevs", b"hevx"}


class Fault(Enum):
    OTHER_CONTENT = "other"
    OLD_OR_LOCKED = "old"


def fault(file: IO[bytes], ending: str) -> Fault | None:
    """What is wrong with the content of ``file``, whose name has ``ending`` (lower case, without its dot).

    None if it is what it says. The position in ``file`` is at its beginning afterwards.
    """
    kind = DOCUMENTS.get(ending)
    try:
        if kind is not None and _is(kind, file):
            return None
        file.seek(0)
        old = ending in ("docx", "xlsx", "pptx") and file.read(len(OLD_OFFICE)) == OLD_OFFICE
        return Fault.OLD_OR_LOCKED if old else Fault.OTHER_CONTENT
    finally:
        file.seek(0)


def is_heic(file: IO[bytes]) -> bool:
    """Whether ``file`` is a picture as phones keep it, whatever its name. Its position is at its beginning after."""
    file.seek(0)
    head = file.read(64)
    file.seek(0)
    size = int.from_bytes(head[:4], "big")
    brands = head[8:12], *(head[place : place + 4] for place in range(16, min(size, len(head)), 4))
    return head[4:8] == b"ftyp" and not _HEIC.isdisjoint(brands)


def _is(kind: Kind, file: IO[bytes]) -> bool:
    file.seek(0)
    head = file.read(_HEAD)
    if not kind.starts:
        return _is_text(head)
    if not head.removeprefix(codecs.BOM_UTF8).lstrip(_BLANK).startswith(kind.starts):
        return False
    return not (kind.part or kind.mimetype) or _contains(kind, file)


def _is_text(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is plain text, and no page or drawing that a browser would run."""
    if head.startswith(_UTF_16):
        head = head.decode("utf-16", "replace").encode()
    shown = head.removeprefix(codecs.BOM_UTF8).lstrip(_BLANK).lower()
    return b"\x00" not in head and not shown.startswith((*MARKUP, b"%pdf-", b"pk\x03\x04", b"\x7felf", b"mz\x90"))


def _contains(kind: Kind, file: IO[bytes]) -> bool:
    if not _is_short(file):
        return False
    try:
        with zipfile.ZipFile(file) as archive:
            if kind.mimetype:
                with archive.open("mimetype") as stream:
                    return stream.read(200).strip() == kind.mimetype.encode()
            return any(name.startswith(kind.part) for name in archive.namelist())
    # What zipfile raises for archives that are not whole, are encrypted, or are packed in a way that it cannot read.
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, ValueError, OSError, EOFError):
        return False


def _is_short(file: IO[bytes]) -> bool:
    """Whether the archive's list of names may be read as a whole.

    Counts the names in what ``zipfile`` would read as the list, and believes no number of them that the archive gives.
    """
    size = file.seek(0, 2)
    start = max(0, size - 0xFFFF - 22)
    file.seek(start)
    tail = file.read()
    place = tail.rfind(b"PK\x05\x06")
    if place < 0 or len(tail) < place + 22:
        return False
    # APPNOTE.TXT 4.3.16: the size of the list of names, which ends where this record begins
    (listed,) = struct.unpack_from("<I", tail, place + 12)
    end = start + place
    if listed > min(_LARGEST_LIST, end):
        return False
    # 4.3.15: for ZIP64, another record says where the list is. Only archives of 65,536 names or 4 GB need one.
    file.seek(max(0, end - 20))
    if file.read(min(end, 20)).startswith(b"PK\x06\x07"):
        return False
    file.seek(end - listed)
    return file.read(listed).count(b"PK\x01\x02") <= _MOST_NAMES
