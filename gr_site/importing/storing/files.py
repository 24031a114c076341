"""Finds and reads the files to import."""

from pathlib import Path

from ..old_pages import LegacyPage, UnreadablePage, read_source
from ..old_pages.reading import LARGEST

SUFFIXES = {".txt", ".html", ".htm", ".xhtml"}


def paths_of(name: str) -> list[Path]:
    """The file itself, or the text and HTML files in a folder and its subfolders, by name."""
    path = Path(name)
    if not path.is_dir():
        return [path]
    return sorted(found for found in path.rglob("*") if found.suffix.casefold() in SUFFIXES and found.is_file())


def read_file(path: Path, url: str = "") -> LegacyPage:
    """Read a file. Raises UnreadablePage, also if it is missing, too large or not permitted, and NotANetworkPage."""
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadablePage("Filen är för stor för att vara en sida.")
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadablePage("Filen finns inte.") from None
    except OSError as error:
        raise UnreadablePage(f"Filen gick inte att läsa ({error.strerror}).") from error
    return read_source(data, name=path.name, url=url)
