import logging
from threading import Lock
from time import monotonic

from .faults import last_frame

EVERY = 60.0  # seconds
MOST = 500  # places remembered


class Seldom(logging.Filter):
    """A filter that lets through one record a minute about the same exception at the same line of code, for loggers
    that tell of what visitors can cause as often as they like."""

    def __init__(self):
        super().__init__()
        self._lock, self._last = Lock(), {}

    def filter(self, record):
        error = record.exc_info[1] if record.exc_info else None
        frame = last_frame(error) if error else None
        key = (type(error), frame and (frame.filename, frame.lineno), record.msg)
        with self._lock:
            last, now = self._last.get(key), monotonic()
            if last is not None and now - last < EVERY:
                return False
            if len(self._last) >= MOST:
                self._last.clear()
            self._last[key] = now
        return True
