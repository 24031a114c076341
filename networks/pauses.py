"""Leaves a program in peace that has just failed, so that not everybody waits to find out for themselves."""

import threading
import time
from collections.abc import Callable

FIRST_PAUSE = 5.0  # seconds without calls after a fault
LONGEST_PAUSE = 60.0


class InPause(Exception):
    """Raised instead of asking what failed a moment ago."""


class Pauses:
    """Calls go on until one fails, then one after each pause until one succeeds. Thread-safe."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._pause = 0.0
        self._closed_until = 0.0

    def enter(self) -> None:
        """Raise ``InPause`` in a pause. After it only the first call goes on until its outcome is known."""
        with self._lock:
            if not self._pause:
                return
            now = self._clock()
            if now < self._closed_until:
                raise InPause("a fault was noticed a moment ago")
            self._closed_until = now + self._pause

    def failed(self) -> None:
        with self._lock:
            self._pause = min(max(FIRST_PAUSE, 2 * self._pause), LONGEST_PAUSE)
            self._closed_until = self._clock() + self._pause

    def reset(self) -> None:
        """What was called has answered."""
        if self._pause:
            with self._lock:
                self._pause = self._closed_until = 0.0
