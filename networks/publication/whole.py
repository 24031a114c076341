"""Makes each publication one transaction, so that a process that dies in the middle leaves nothing half done.

A publication is whatever changes what visitors see: publishing, withdrawing, moving, deleting, copying or restricting
a page. Its rows, and all that other rooms store about them in their receivers, are written together or not at all.
"""

from contextlib import contextmanager

from django.db import transaction
from django.dispatch import Signal

# Sent when a publication has begun but written nothing. A receiver takes the lock that makes publications wait for
# each other; taken later, it could be held by somebody who waits for a row that this publication has written.
publication_begins = Signal()


@contextmanager
def publication():
    """The transaction of one publication, as a context manager or a decorator. Inside another it is a part of it.

    Open it before the first row is read for update. What talks to other programs goes to ``transaction.on_commit``.
    """
    with transaction.atomic():
        publication_begins.send(publication)
        yield
