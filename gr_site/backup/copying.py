"""Copies a file and its checksum in one reading, so that the checksum is that of what was copied."""

import hashlib
import os

from .manifest import File

BLOCK = 1024 * 1024  # bytes


def copy(source, target):
    """Write ``source`` to ``target``, which must not exist. Gives its ``File``. Raises OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as reading, target.open("xb") as writing:
        changed = os.fstat(reading.fileno()).st_mtime_ns
        sha256, size = _read(reading, writing.write)
    date(target, changed)
    return File(sha256, size, changed)


def described(path):
    """The ``File`` at ``path``. Raises OSError."""
    with path.open("rb") as reading:
        return File(*_read(reading), os.fstat(reading.fileno()).st_mtime_ns)


def date(path, changed):
    """Say that the file was changed at ``changed``, in nanoseconds since 1970."""
    os.utime(path, ns=(changed, changed))


def flush(path):
    """Wait until the file or folder at ``path`` is on the disk: a power cut then leaves it whole."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _read(reading, write=None):
    digest, size = hashlib.sha256(), 0
    while block := reading.read(BLOCK):
        digest.update(block)
        size += len(block)
        if write:
            write(block)
    return digest.hexdigest(), size
