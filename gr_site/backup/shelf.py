"""The folder that backups stand in, each in a folder named after its time in UTC.

A name without a dot in front is a whole backup: it is given when everything is on the disk, and taken away before
anything is removed. So a process that dies leaves nothing half that looks whole.
"""

import fcntl
import shutil
from contextlib import contextmanager
from datetime import UTC, datetime

from . import copying
from .refusal import Refused

FORMAT = "%Y-%m-%dT%H%M%SZ"
LOCK, HALF = ".lock", ".half-"


def whole(folder):
    """``{moment: path}`` of the whole backups in ``folder``, the oldest first."""
    found = {_moment(path.name): path for path in folder.iterdir() if path.is_dir()} if folder.is_dir() else {}
    return {moment: found[moment] for moment in sorted(moment for moment in found if moment)}


def _moment(name):
    try:
        return datetime.strptime(name, FORMAT).replace(tzinfo=UTC)
    except ValueError:
        return None


@contextmanager
def locked(folder):
    """Only one process at a time makes or removes backups in ``folder``. What others left half is cleared away. Raises
    Refused where another is at it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise Refused(f"En annan säkerhetskopia görs just nu i {folder}.") from fault
        for path in folder.glob(f"{HALF}*"):
            shutil.rmtree(path)
        yield


@contextmanager
def place(folder, moment):
    """A new folder to fill, which gets the name of a whole backup afterwards. After an error nothing is left of it."""
    half, final = folder / f"{HALF}{moment.strftime(FORMAT)}", folder / moment.strftime(FORMAT)
    if final.exists():
        raise Refused(f"{final} finns redan.")
    half.mkdir(mode=0o700)
    try:
        yield half
        for path in (half, *half.rglob("*")):
            copying.flush(path)
        half.rename(final)
        copying.flush(folder)
    finally:
        shutil.rmtree(half, ignore_errors=True)


def remove(path):
    half = path.with_name(f"{HALF}{path.name}")
    path.rename(half)
    shutil.rmtree(half)
