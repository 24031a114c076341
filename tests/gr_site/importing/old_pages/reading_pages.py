"""Reads this folder's made-up pages, and the pages that lie beside the project where they are present."""

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
