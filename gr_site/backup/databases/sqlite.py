"""SQLite, by its own backup interface: a snapshot that neither stops nor is disturbed by those who write meanwhile."""

import sqlite3
import time
from contextlib import closing

from django.db import connection

from ..refusal import Refused

NAME = "database.sqlite3"
PATIENCE = 60  # seconds, while somebody has the database locked; SQLite itself would try for ever


def size():
    """Bytes, at most."""
    with connection.cursor() as cursor:
        [pages] = cursor.execute("PRAGMA page_count").fetchone()
        [each] = cursor.execute("PRAGMA page_size").fetchone()
    return pages * each


def dump(target):
    """Write the database to the file ``target``. Raises Refused where the database itself is damaged."""
    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy, progress=_give_up_after(PATIENCE))
        # One file that nobody need write beside in order to read it.
        copy.execute("PRAGMA journal_mode=DELETE")
        [verdict] = copy.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise Refused(f"Databasen är skadad, så ingen kopia gjordes: {verdict}")


def restore(source):
    """Read the file ``source`` into the empty database, all or nothing."""
    connection.ensure_connection()
    with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
        copy.backup(connection.connection)


def _give_up_after(seconds):
    """A ``progress`` for ``backup``, which it calls at each attempt."""
    deadline = time.monotonic() + seconds

    def progress(status, remaining, total):
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > deadline:
            raise Refused("Databasen är låst av någon annan. Försök igen.")

    return progress
