"""One process at a time, by a lock that is gone when its process is, however it ended."""

from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from django.db import connection

# Any number, as long as no other program that uses this database locks the same.
NUMBER = 4_711_2026


@contextmanager
def alone():
    """Gives whether this process has the lock, which it then keeps to the end of the block. Waits for nobody."""
    lock = _of_postgresql if connection.vendor == "postgresql" else _of_sqlite
    with lock() as mine:
        yield mine


@contextmanager
def _of_postgresql():
    """An advisory lock of the connection. The server releases it when the connection ends.

    If the connection is lost in the middle, another process may begin: it finds done what is done, since each piece is
    a transaction that looks before it acts.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [NUMBER])
        (mine,) = cursor.fetchone()
    owner = connection.connection
    try:
        yield mine
    finally:
        if mine and connection.connection is owner and not owner.closed:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [NUMBER])


@contextmanager
def _of_sqlite():
    """A lock on a file beside the database's. The operating system releases it when the process ends."""
    if connection.is_in_memory_db():  # no other process can see it
        yield True
        return
    with Path(f"{connection.settings_dict['NAME']}.due-lock").open("a") as file:
        try:
            flock(file, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
