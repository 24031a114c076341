"""Keeps visitors from each waiting for a timeout while Elasticsearch is down."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from networks.pauses import InPause, Pauses

Answer = TypeVar("Answer")

# A server that sends a byte now and then never triggers a socket's timeout, so calls are made in threads that
# can be abandoned. If all threads hang, the next call waits only for its own limit.
_THREADS = ThreadPoolExecutor(max_workers=4, thread_name_prefix="elasticsearch")


class Unavailable(Exception):
    """Raised when Elasticsearch does not answer in time, answers with an error, or is not called after an error."""


class Breaker:
    """Lets calls through as ``Pauses`` does. Thread-safe."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._pauses = Pauses(clock)

    def call(self, question: Callable[[], Answer], seconds: float) -> Answer:
        """The result of ``question`` within ``seconds``. Raises ``Unavailable`` for any error."""
        try:
            self._pauses.enter()
        except InPause as error:
            raise Unavailable(str(error)) from error
        future = _THREADS.submit(question)
        try:
            answer = future.result(timeout=seconds)
        except Exception as error:
            future.cancel()
            self._pauses.failed()
            raise Unavailable(str(error) or type(error).__name__) from error
        self.reset()
        return answer

    def reset(self) -> None:
        self._pauses.reset()
