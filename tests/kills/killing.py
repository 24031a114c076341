"""Runs an act in a process of its own that is killed at a given statement, as by SIGKILL or a power cut."""

import os
import signal
import sys
import traceback
from dataclasses import dataclass

from django.db import connection, connections

from tests.services.sessions import await_end_of_sessions, name_sessions


class ActFailed(Exception):
    """The act itself is broken: it ended with an error and was not killed."""


@dataclass
class Killer:
    """An execute wrapper. The process dies just before statement ``at``, or just after it if ``after``.

    Statements include those that begin and release savepoints, and those after the commit. ``at`` 0 kills nobody.
    """

    at: int
    after: bool
    count: int = 0

    def __call__(self, execute, *args):
        self.count += 1
        if self.count == self.at and not self.after:
            os.kill(os.getpid(), signal.SIGKILL)
        result = execute(*args)
        if self.count == self.at:
            os.kill(os.getpid(), signal.SIGKILL)
        return result


def run_and_kill(act, at, *, after):
    """Run ``act`` in a process that dies at statement ``at``. Gives how many statements it had if it lived longer,
    otherwise None. Raises ActFailed."""
    connections.close_all()
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _be_the_child(act, Killer(at, after), writing)
    os.close(writing)
    with os.fdopen(reading) as answer:
        told = answer.read()
    _, status = os.waitpid(child, 0)
    await_end_of_sessions(child)
    if os.WIFSIGNALED(status):
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
        traceback.print_exc(file=sys.stderr)
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)
