"""Sessions of processes that are killed.

PostgreSQL learns of a process's end from its closed connection, a moment after the operating system does, and keeps
the locks of its session until then.
"""

import os
import time

from django.db import connection

PATIENCE = 120  # seconds, on a machine that others use too


def name_sessions():
    """Let the sessions that this process begins from now on be known by its process id."""
    if connection.vendor == "postgresql":
        connection.settings_dict["OPTIONS"] = connection.settings_dict["OPTIONS"] | {
            "application_name": _name(os.getpid())
        }


def await_end_of_sessions(pid):
    """Return when the database has ended all that the dead process ``pid`` had begun, its locks included."""
    if connection.vendor != "postgresql":
        return
    deadline = time.monotonic() + PATIENCE
    while _lives(_name(pid)):
        assert time.monotonic() < deadline, "the server keeps the session of a process that is gone"
        time.sleep(0.01)


def _lives(name):
    with connection.cursor() as cursor:
        # The view shows a transaction one and the same moment until it is told to look again.
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute("SELECT 1 FROM pg_stat_activity WHERE application_name = %s", [name])
        return cursor.fetchone() is not None


def _name(pid):
    return f"process {pid} of a test"
