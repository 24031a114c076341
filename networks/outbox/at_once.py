"""Sends letters as soon as they are committed, beside the request that wrote them.

Only a web server does so (see ``gr_site/wsgi.py``): a command might end while a letter is on its way. The thread is no
daemon, so that a server which is about to stop lets it finish its letter; ``FEW`` letters and EMAIL_TIMEOUT bound it.
"""

import logging
import threading

from django.db import connections

from .sending import send_due

FEW = 10

logger = logging.getLogger(__name__)
_busy = threading.Lock()
_enabled = threading.Event()


def enable():
    """Called once by the web server's entry point."""
    _enabled.set()


def start():
    """Begin to send, unless this process is at it already: ``send_letters`` takes what is left within a minute."""
    if _enabled.is_set() and _busy.acquire(blocking=False):
        try:
            threading.Thread(target=_send, name="letters").start()
        except RuntimeError:  # no more threads can be started, or the process is about to end
            _busy.release()


def _send():
    try:
        send_due(FEW)
    except Exception:  # whatever it is, the letters stay for ``send_letters``
        logger.exception("Letters could not be sent at once.")
    finally:
        connections.close_all()
        _busy.release()
