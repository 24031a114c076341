"""Work that a web server does as soon as it is committed, beside the request that caused it.

Only a web server does so (see ``gr_site/wsgi.py``): a command might end in the middle. One thread of a process works,
a piece at a time. What it leaves, because it ended or the process was killed, waits in its table for ``run_due``.
"""

import logging
import threading

from django.db import connections

logger = logging.getLogger(__name__)


class AtOnce:
    """``piece`` does a bounded piece of the work and gives whether there may be more."""

    def __init__(self, name, piece):
        self._name, self._piece = name, piece
        self._busy = threading.Lock()
        self._asked = threading.Event()
        self._enabled = threading.Event()

    def enable(self):
        """Called once by the web server's entry point."""
        self._enabled.set()

    @property
    def enabled(self):
        return self._enabled.is_set()

    def start(self):
        """Begin, unless this process is at it already: then it looks once more before it ends. Nobody waits for it."""
        if not self.enabled:
            return
        self._asked.set()
        if self._busy.acquire(blocking=False):
            try:
                # No daemon: a server which is about to stop waits for the piece that is done, which has a bound.
                threading.Thread(target=self._work, name=self._name).start()
            except RuntimeError:  # no more threads can be started, or the process is about to end
                self._busy.release()

    def _work(self):
        while True:
            self._asked.clear()
            try:
                while self._piece() and threading.main_thread().is_alive():
                    pass
            except Exception:  # whatever it is, the work waits for ``run_due``
                logger.exception("This could not be done at once: %s", self._name)
            finally:
                connections.close_all()
                self._busy.release()
            # Whoever asked in the meantime found this thread busy.
            if not (
                self._asked.is_set() and threading.main_thread().is_alive() and self._busy.acquire(blocking=False)
            ):
                return
