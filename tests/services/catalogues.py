"""The compiled texts of the interface, which are not committed."""

from pathlib import Path

from gr_site.translating import catalogues

ROOT = Path(__file__).parents[2]


def compile_outdated() -> None:
    """What ``make catalogues`` does, so that a test file passes alone in a clean clone too."""
    catalogues.compile_outdated(ROOT)
