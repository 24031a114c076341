"""Keeps a fault of Elasticsearch from costing each visitor the time that it takes to notice it."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Answer = TypeVar("Answer")

FIRST_PAUSE = 5.0  # seconds without asking, after a fault
LONGEST_PAUSE = 60.0
# A server that sends a byte now and then never runs into a socket's time-out, so questions are asked in threads that
# can be left behind. When all are busy with silence, the next question waits for its own limit only.
_THREADS = ThreadPoolExecutor(max_workers=4, thread_name_prefix="elasticsearch")


class Unavailable(Exception):
    """Elasticsearch did not answer in time, answered with a fault, or is not asked for a while after one."""


class Breaker:
    """Lets calls through until one fails; then one call after each pause, until one succeeds. Safe for threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._pause = 0.0
        self._closed_until = 0.0

    def call(self, question: Callable[[], Answer], seconds: float) -> Answer:
        """The answer of ``question``, at most ``seconds`` from now. Raises ``Unavailable`` for any fault."""
        self._enter()
        future = _THREADS.submit(question)
        try:
            answer = future.result(timeout=seconds)
        except Exception as error:
            future.cancel()
            self._fail()
            raise Unavailable(str(error) or type(error).__name__) from error
        self.reset()
        return answer

    def reset(self) -> None:
        with self._lock:
            self._pause = self._closed_until = 0.0

    def _enter(self) -> None:
        """Raises ``Unavailable`` in a pause. The first call after it goes through, the others wait for its outcome."""
        with self._lock:
            now = self._clock()
            if now < self._closed_until:
                raise Unavailable("a fault was noticed a moment ago")
            if self._pause:
                self._closed_until = now + self._pause

    def _fail(self) -> None:
        with self._lock:
            self._pause = min(max(FIRST_PAUSE, 2 * self._pause), LONGEST_PAUSE)
            self._closed_until = self._clock() + self._pause
