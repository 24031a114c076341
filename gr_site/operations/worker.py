"""Does what is due each minute in a long-running process, and at once where something has a time of its own.

It looks every few seconds by two queries on indexes. What it works on are tables, so nothing is lost if it is killed.
"""

import logging
import threading
from time import monotonic

from django.db import DatabaseError, InterfaceError, close_old_connections, connections
from django.utils import timezone

from networks.models import Letter

from . import due
from .scheduled import to_publish

ROUND = 60  # seconds
GLANCE = 5

logger = logging.getLogger(__name__)


class Worker:
    """``run`` works until ``stop`` is called, from a signal's handler or another thread: it ends its piece first."""

    def __init__(self, *, every=ROUND, glance=GLANCE):
        self._stopped = threading.Event()
        self._every, self._glance = every, glance
        self._told = None

    def stop(self, *_signal):
        self._stopped.set()

    def run(self):
        early = False
        while not self._stopped.is_set():
            done = self._attempt(lambda: due.run(stopping=self._stopped.is_set))
            # What was due and could not be done, such as letters while the mail server is away, waits its minute.
            glancing = bool(done) and not done.faults and (bool(done.lines) or not early)
            early = self._wait(glancing)
        connections.close_all()

    def _wait(self, glancing):
        """Until the next round is due or, if ``glancing``, something is that has a time of its own: gives whether."""
        until = monotonic() + self._every
        while (left := until - monotonic()) > 0:
            if self._stopped.wait(min(self._glance, left) if glancing else left):
                return False
            if glancing and self._attempt(_something_is_due):
                return True
        return False

    def _attempt(self, act):
        """What ``act()`` gives; None while the database is away, which is told once a minute."""
        try:
            close_old_connections()
            return act()
        except (DatabaseError, InterfaceError) as fault:
            connections.close_all()
            if self._told is None or monotonic() - self._told >= ROUND:
                logger.warning("The database does not answer, and is asked again: %s", fault)
                self._told = monotonic()
        except Exception:  # whatever it is, the next round comes
            logger.exception("A round failed")
        return None


def _something_is_due():
    now = timezone.now()
    waiting = Letter.objects.filter(state=Letter.State.WAITING, due__lte=now)
    return waiting.exists() or to_publish(now).exists()
