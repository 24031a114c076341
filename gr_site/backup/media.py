"""The uploaded files: originals, documents and drawn sizes, just as they lie in ``MEDIA_ROOT``."""

import os
from pathlib import Path

from django.core.files.storage import FileSystemStorage, default_storage

from .refusal import Refused

FOLDER = "media"  # in a backup
UNFINISHED = ".restoring"  # the file that a restore is writing


def root():
    """The folder of uploaded files. Raises Refused where they are kept elsewhere than in a folder."""
    if not isinstance(default_storage, FileSystemStorage):
        raise Refused("Filerna ligger inte i en mapp (MEDIA_ROOT), så de måste säkerhetskopieras där de ligger.")
    return Path(default_storage.location)


def names(folder):
    """The path of each file below ``folder``, in order, with / between folders. Links are followed, but in no ring."""
    return sorted(name for name in _walk(folder, folder, set()) if name != UNFINISHED)


def size(folder):
    """Bytes."""
    return sum(_size(folder / name) for name in names(folder))


def _walk(folder, top, seen):
    if not folder.is_dir() or (real := os.path.realpath(folder)) in seen:
        return
    seen.add(real)
    for path in folder.iterdir():
        if path.is_dir():
            yield from _walk(path, top, seen)
        elif path.is_file():
            yield path.relative_to(top).as_posix()


def _size(path):
    try:
        return path.stat().st_size
    except FileNotFoundError:  # removed meanwhile
        return 0
