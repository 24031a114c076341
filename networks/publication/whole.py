"""Makes each publication one transaction, so that a process that dies in the middle leaves nothing half done.

A publication is whatever changes what visitors see: publishing, withdrawing, moving, deleting, copying or restricting
a page. Its rows, and all that other rooms store about them in their receivers, are written together or not at all.
"""

from contextlib import contextmanager

from asgiref.local import Local
from django.db import transaction
from django.dispatch import Signal

from ..reading.request_cache import RequestCache

# Sent when a publication has begun but written nothing. A receiver takes the lock that makes publications wait for
# each other; taken later, it could be held by somebody who waits for a row that this publication has written.
publication_begins = Signal()

_open = Local()  # its ``left`` is what the publication that is open has left for its end: ``{act: [what]}``


@contextmanager
def publication():
    """The transaction of one publication, as a context manager or a decorator. Inside another it is a part of it.

    Open it before the first row is read for update. What talks to other programs goes to ``transaction.on_commit``.
    """
    with transaction.atomic():
        publication_begins.send(publication)
        if (around := _left()) is None:
            with RequestCache.kept(), _leaving({}) as left:
                yield
                for act, wanted in left.items():
                    act(wanted)
        else:
            with _leaving({act: [*wanted] for act, wanted in around.items()}) as left:
                yield
            around.clear()  # not reached when this part fails: its rows are rolled back, and so is what it has done
            around.update(left)


@contextmanager
def _leaving(left):
    around, _open.left = _left(), left
    try:
        yield left
    finally:
        _open.left = around


def leave_for_the_end(act, what):
    """Call ``act([what, ...])`` as the last part of the publication that is open, once for all that was left; now if
    none is. It must not leave more."""
    if (left := _left()) is None:
        act([what])
    else:
        left.setdefault(act, []).append(what)


def take_back(act, done):
    """What was left for ``act`` and is among ``done`` has been done already."""
    if left := _left():
        left[act] = [what for what in left.get(act, []) if what not in done]


def _left():
    return getattr(_open, "left", None)
