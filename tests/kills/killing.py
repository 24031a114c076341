"""Runs an act in a process of its own that is struck at a given statement: killed, as by SIGKILL or a power cut, or
disconnected from the database."""

import os
import signal
import sys
import traceback
from dataclasses import dataclass
from enum import StrEnum

from django.db import connection, connections

from tests.services.sessions import await_end_of_sessions, name_sessions

_STRUCK = 3


class ActFailed(Exception):
    """The act itself is broken: it ended with an error and was not struck."""


class Blow(StrEnum):
    """What happens at a statement: the process dies just before it or just after it, or lives on but loses its
    connection to the database before it."""

    BEFORE = "killed before"
    AFTER = "killed after"
    DROPPED = "disconnected before"


@dataclass
class Killer:
    """An execute wrapper, which strikes at statement ``at``. 0 strikes nobody.

    Statements include those that begin and release savepoints, and those after the commit.
    """

    at: int
    blow: Blow
    count: int = 0
    struck: bool = False

    def __call__(self, execute, *args):
        self.count += 1
        here = self.count == self.at
        if here and self.blow is Blow.BEFORE:
            os.kill(os.getpid(), signal.SIGKILL)
        if here and self.blow is Blow.DROPPED:
            self.struck = True
            connection.connection.close()
        result = execute(*args)
        if here:
            os.kill(os.getpid(), signal.SIGKILL)
        return result


def run_and_strike(act, at, blow):
    """Run ``act`` in a process that is struck at statement ``at``. Gives how many statements it had if it ended before
    that, otherwise None. Raises ActFailed."""
    connections.close_all()
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _be_the_child(act, Killer(at, blow), writing)
    os.close(writing)
    with os.fdopen(reading) as answer:
        told = answer.read()
    _, status = os.waitpid(child, 0)
    await_end_of_sessions(child)
    if os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == _STRUCK:
        return None
    if os.WEXITSTATUS(status):
        raise ActFailed(getattr(act, "__name__", act))
    return int(told)


def _be_the_child(act, killer, writing):
    try:
        name_sessions()
        with connection.execute_wrapper(killer):
            act()
        os.write(writing, str(killer.count).encode())
    except BaseException:  # noqa: BLE001 - the child must end here, whatever happens
        if not killer.struck:
            traceback.print_exc(file=sys.stderr)
            sys.stderr.flush()
            os._exit(1)
    os._exit(_STRUCK if killer.struck else 0)
