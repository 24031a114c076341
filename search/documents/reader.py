"""Reads the text of PDF and Office files. Runs as a program, so that a file that crashes it crashes nothing else.

``python -m search.documents.reader FILE...`` prints a line of JSON for each file in turn (see ``read``). Each file may
use ``SECONDS`` of processor time, and twice that by the clock, and the program ``MEMORY`` bytes; beyond that the
program ends. It reads only text
and never follows a macro, script or address in a file. No Django.
"""

import json
import resource
import signal
import sys
import zipfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]
from pypdf import PdfReader

LONGEST_TEXT = 200_000
MOST_PAGES = 300
LARGEST_FILE = 50_000_000
# The limit for an unpacked part of an Office file, since a small file can unpack to a huge one.
LARGEST_PART = 50_000_000
MEMORY = 1_500_000_000
SECONDS = 10

# Local names of XML elements: those that are a line of text and, in Microsoft's formats, those that contain the text.
_LINES = {"p", "h", "si", "is"}
_LETTERS = {"t", "tab", "br"}
_PARTS: dict[str, Callable[[str], bool]] = {
    ".docx": lambda name: name.startswith(("word/document", "word/footnotes")) and name.endswith(".xml"),
    ".pptx": lambda name: name.startswith(("ppt/slides/slide", "ppt/notesSlides/")) and name.endswith(".xml"),
    # Text is in a table of shared strings or, from other programs, in the cells.
    ".xlsx": lambda name: name == "xl/sharedStrings.xml" or name.startswith("xl/worksheets/sheet"),
    ".odt": lambda name: name == "content.xml",
    ".ods": lambda name: name == "content.xml",
    ".odp": lambda name: name == "content.xml",
}


class Unreadable(Exception):
    """Raised for a file that is not what its name says or that needs a password."""


def read(path: Path) -> dict[str, object]:
    """``{"state": read | partly | empty | broken, "text": str, "pages": int or None}``. Raises nothing."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            return _answer("broken")
        texts, pages = _texts(path)
        return _collected(texts, pages)
    except Exception:  # noqa: BLE001 - whatever a library raises for an unknown file, the result is the same
        return _answer("broken")


def _texts(path: Path) -> tuple[Iterator[str], int | None]:
    kind = path.suffix.lower()
    if kind == ".pdf":
        pdf = PdfReader(path)
        return (page.extract_text() for page in islice(pdf.pages, MOST_PAGES)), len(pdf.pages)
    if kind in _PARTS:
        return _office(path, _PARTS[kind]), None
    if kind in (".txt", ".csv"):
        return iter([_decoded(path.read_bytes())]), None
    return iter(()), None


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _office(path: Path, wanted: Callable[[str], bool]) -> Iterator[str]:
    """The lines of an Office file from any vendor: a zip archive of XML."""
    with zipfile.ZipFile(path) as archive:
        for part in sorted(archive.infolist(), key=lambda part: (len(part.filename), part.filename)):
            if wanted(part.filename):
                if part.file_size > LARGEST_PART:
                    raise Unreadable
                with archive.open(part) as stream:
                    yield from _lines(stream, set() if path.suffix.lower().startswith(".od") else _LETTERS)


def _lines(stream: IO[bytes], letters: set[str]) -> Iterator[str]:
    for _, element in iterparse(stream, events=("end",)):
        if _name(element) in _LINES:
            if line := "".join(_shown(element, letters)).strip():
                yield line
            element.clear()


def _shown(line: Element, letters: set[str]) -> Iterator[str]:
    """The text of a line, in order. ``letters`` are the elements whose text counts; if empty, all text does."""
    if not letters:
        yield from line.itertext()
    for element in line.iter():
        if _name(element) in letters:
            yield element.text or " "


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _collected(texts: Iterator[str], pages: int | None) -> dict[str, object]:
    found: list[str] = []
    length = 0
    for text in texts:
        found.append(text)
        length += len(text)
        if length > LONGEST_TEXT:
            return _answer("partly", _storable("\n".join(found)[:LONGEST_TEXT]), pages)
    whole = _storable("\n".join(found))
    if not whole.strip():
        return _answer("empty", "", pages)
    return _answer("partly" if pages and pages > MOST_PAGES else "read", whole, pages)


def _storable(text: str) -> str:
    """``text`` without NUL, which PostgreSQL cannot store, and without lone surrogates, which a PDF may contain and
    which cannot be encoded."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def _answer(state: str, text: str = "", pages: int | None = None) -> dict[str, object]:
    return {"state": state, "text": text, "pages": pages}


def _limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _limit_time() -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))
    # A file that waits for something uses no processor: SIGALRM ends the program.
    signal.setitimer(signal.ITIMER_REAL, 2 * SECONDS)


def main(paths: list[str]) -> None:
    _limit_memory()
    for path in paths:
        _limit_time()
        sys.stdout.write(json.dumps(read(Path(path))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
