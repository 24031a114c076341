"""Other processes of the site on one database, each with caches of its own.

They are forked from the test's process, so they start at once. A test asks them one after another, and so decides what
happens before what.
"""

import os
import signal
import sqlite3
import traceback
from contextlib import closing
from multiprocessing import Pipe

import pytest
from django.db import connection, connections

from tests.services.sessions import PATIENCE, await_end_of_sessions, name_sessions


class Failed(AssertionError):
    """What a process was asked to do raised an error there."""


class SiteProcess:
    """``process(function, *args)`` calls a module's function there and gives what it returned."""

    def __init__(self, database):
        self._pipe, there = Pipe()
        self.pid = os.fork()
        if not self.pid:
            self._pipe.close()
            _serve(there, database)
        there.close()

    def __call__(self, function, *args):
        self._pipe.send((function, args))
        if not self._pipe.poll(PATIENCE):
            raise Failed("no answer")
        done, value = self._pipe.recv()
        if not done:
            raise Failed(value)
        return value

    def kill(self):
        """As a power cut would. A process that was forked later holds this pipe too, so to close it ends nothing."""
        os.kill(self.pid, signal.SIGKILL)
        self._await_end()

    def die(self, function, *args):
        """Call a function that does not return, since it kills its process."""
        self._pipe.send((function, args))
        self._await_end()

    def _await_end(self):
        os.waitpid(self.pid, 0)
        await_end_of_sessions(self.pid)
        self.pid = None


def _serve(pipe, database):
    """Answer until the test ends. Never returns to the test that this process is a copy of."""
    try:
        if database:
            connection.settings_dict |= database
            connection.connection = None
        name_sessions()
        while True:
            function, args = pipe.recv()
            pipe.send(_answer(function, args))
    except EOFError:
        os._exit(0)
    finally:
        os._exit(1)


def _answer(function, args):
    try:
        return True, function(*args)
    except Exception:  # noqa: BLE001 - the test raises it
        return False, traceback.format_exc()


@pytest.fixture
def site_process(committing_db, tmp_path):
    """``site_process()`` starts one. They end with the test."""
    database = _shared(tmp_path / "site.sqlite3")
    started = []

    def start():
        connections.close_all()
        started.append(SiteProcess(database))
        return started[-1]

    yield start
    for process in started:
        if process.pid:
            process.kill()


def _shared(path):
    """The settings of a database that other processes can open: a copy on SQLite, the test's own elsewhere."""
    if connection.vendor != "sqlite":
        return {}
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)
    options = {
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        "timeout": 20,
    }
    return {"NAME": str(path), "OPTIONS": options}
