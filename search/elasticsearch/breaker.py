"""Keeps visitors from each waiting for a timeout while Elasticsearch is down."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Answer = TypeVar("Answer")

FIRST_PAUSE = 5.0  # seconds without calls after a fault
LONGEST_PAUSE = 60.0
# A server that sends a byte now and then never triggers a socket's timeout, so calls are made in threads that
# can be abandoned. If all threads hang, the next call waits only for its own limit.
_THREADS = ThreadPoolExecutor(max_workers=4, thread_name_prefix="elasticsearch")


class Unavailable(Exception):
    """Raised when Elasticsearch does not answer in time, answers with an error, or is not called after an error."""


class Breaker:
    """Lets calls through until one fails, then one call after each pause until one succeeds. Thread-safe."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._pause = 0.0
        self._closed_until = 0.0

    def call(self, question: Callable[[], Answer], seconds: float) -> Answer:
        """The result of ``question`` within ``seconds``. Raises ``Unavailable`` for any error."""
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
        """Raise ``Unavailable`` in a pause. After it only the first call goes through until its outcome is known."""
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
