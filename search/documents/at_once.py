"""Reads the texts of uploaded files as soon as they are committed, beside the request that stored them.

Only a web server does so (see ``gr_site/wsgi.py``): elsewhere, such as in a command, nobody waits for an answer, and
the files are read on the spot. One thread of a process reads, a file at a time. What it leaves, because it ended or
the process was killed, waits in its row until ``run_due`` takes it.
"""

import logging
import threading

from django.db import connections

from .reading import read_some, read_waiting

logger = logging.getLogger(__name__)
_busy = threading.Lock()
_asked = threading.Event()
_enabled = threading.Event()


def enable():
    """Called once by the web server's entry point."""
    _enabled.set()


def start():
    """Begin to read what waits. Under a web server the caller does not wait for it."""
    if not _enabled.is_set():
        read_waiting()
        return
    _asked.set()
    if _busy.acquire(blocking=False):
        try:
            # No daemon: a server which is about to stop waits for the file that is read, which has a bound.
            threading.Thread(target=_read, name="documents").start()
        except RuntimeError:  # no more threads can be started, or the process is about to end
            _busy.release()


def _read():
    while True:
        _asked.clear()
        try:
            while threading.main_thread().is_alive() and read_some(1):
                pass
        except Exception:  # whatever it is, the files wait for ``run_due``
            logger.exception("Documents could not be read at once.")
        finally:
            connections.close_all()
            _busy.release()
        # Whoever asked in the meantime found this thread busy.
        if not (_asked.is_set() and threading.main_thread().is_alive() and _busy.acquire(blocking=False)):
            return
