"""The interface's texts, compiled: gettext reads ``.mo`` files, which are made from the committed ``.po`` files."""

import os
from pathlib import Path

import polib


def compile_outdated(root: Path) -> list[Path]:
    """Compile each catalogue below ``root`` whose ``.mo`` is missing or older. Returns those that were compiled.

    Writes beside and renames, so that processes that compile at the same time each leave a whole file.
    """
    outdated = [source for source in sorted(root.glob("*/locale/*/LC_MESSAGES/*.po")) if _is_outdated(source)]
    for source in outdated:
        unfinished = source.with_suffix(f".{os.getpid()}.mo")
        polib.pofile(str(source)).save_as_mofile(str(unfinished))
        unfinished.replace(source.with_suffix(".mo"))
    return outdated


def _is_outdated(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime
