"""The last backup, for whoever looks after the site: read from the folder that ``BACKUP_FOLDER`` names.

The folder is the record. A row in the database would be lost with the database, and would say nothing of a backup that
somebody has removed since.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from . import checking, manifest, shelf
from .refusal import Refused


@dataclass(frozen=True)
class Last:
    """``whole``: its manifest is what was written, and each file is there and as long as it was."""

    when: datetime  # aware
    size: int  # bytes; 0 if the manifest can't be read
    where: Path
    whole: bool


def last():
    """The newest backup, or None where there is none, no folder is named, or this process can't see it."""
    try:
        backups = shelf.whole(Path(settings.BACKUP_FOLDER)) if settings.BACKUP_FOLDER else {}
    except OSError:
        return None
    if not backups:
        return None
    when, where = list(backups.items())[-1]
    try:
        found = manifest.read(where)
    except (Refused, OSError):
        return Last(when, 0, where, whole=False)
    return Last(when, found.size, where, whole=checking.has_all(where, found))
