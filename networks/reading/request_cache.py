"""Caches, for one request, what every part of a page asks for."""

from contextlib import contextmanager

from asgiref.local import Local
from django.core.signals import got_request_exception, request_finished, request_started


class RequestCache:
    """Caches answers for one request, or within ``kept()``. Elsewhere (commands, e-mail) nothing is cached.

    Create one for each subject at the top of a module, and call ``forget`` when what it has read may have changed.
    """

    _all = []

    def __init__(self):
        self._kept = Local()
        self._all.append(self)
        request_started.connect(self._begin)
        request_finished.connect(self._end)
        got_request_exception.connect(self._end)

    def get(self, key, read):
        """What ``read()`` gave for ``key`` in this request. Calls ``read`` if nothing is cached."""
        if (answers := self._answers()) is None:
            return read()
        if key not in answers:
            answers[key] = read()
        return answers[key]

    def forget(self, **kwargs):
        """Drop everything cached. Can be the receiver of any signal."""
        if self._answers() is not None:
            self._kept.answers = {}

    @classmethod
    def forget_all(cls):
        """Drop what all caches have. For a receiver that may be called before those that make the caches forget."""
        for each in cls._all:
            each.forget()

    @classmethod
    @contextmanager
    def kept(cls):
        """Cache as in a request, also outside of one."""
        begun = [each for each in cls._all if each._answers() is None]
        for each in begun:
            each._begin()
        try:
            yield
        finally:
            for each in begun:
                each._end()

    def _answers(self):
        return getattr(self._kept, "answers", None)

    def _begin(self, **kwargs):
        self._kept.answers = {}

    def _end(self, **kwargs):
        self._kept.answers = None
