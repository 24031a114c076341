"""Reads the made-up pages of this folder, and those of ``tests/corpora``."""

from pathlib import Path

from gr_site.importing.old_pages import LegacyPage, NotANetworkPage, read_source

PAGES = Path(__file__).parent / "pages"
GIVEN = Path(__file__).parents[3] / "corpora"


def read(name: str) -> LegacyPage:
    path = PAGES / name
    return read_source(path.read_bytes(), name=path.name)


def read_anyhow(path: Path) -> LegacyPage:
    """The page, or what was read of a page that is no network's."""
    try:
        return read_source(path.read_bytes(), name=path.name)
    except NotANetworkPage as error:
        return error.page


def read_lines(*lines: str) -> LegacyPage:
    return read_source("\n".join(lines).encode())
