"""The compiled texts of the interface, which are not committed."""

import os
from pathlib import Path

import polib

ROOT = Path(__file__).parents[2]


def compile_outdated() -> None:
    """What ``make catalogues`` does, so that a test file passes alone in a clean clone too.

    Writes beside and renames, so that workers that compile at the same time each leave a whole file.
    """
    for source in ROOT.glob("*/locale/*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        unfinished = source.with_suffix(f".{os.getpid()}.mo")
        polib.pofile(str(source)).save_as_mofile(str(unfinished))
        unfinished.replace(compiled)
