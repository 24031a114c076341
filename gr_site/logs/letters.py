"""Tells ``ADMINS`` by letter of what went wrong while a request was answered (status 500), and nothing of who asked.

A fault that everybody meets would be a thousand letters. The table of letters says what has been told, so that all
processes together keep to the bounds; the log has all of it.
"""

import logging
from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from .faults import in_text, last_frame, name
from .json_lines import request_of
from .places import method, short, view_of

LANGUAGE = "sv"
KIND = "fault"
EVERY = timedelta(hours=1)  # for each place
MOST = 20  # to each address in that time
FAULT = 500  # and no other: 503 is a database that is away, which could keep no letter either
# Any number that no other lock of this database has (gr_site/operations/alone.py).
LOCK = 4_711_2027

logger = logging.getLogger(__name__)


class Letters(logging.Handler):
    """A handler of ``django.request``. Whatever goes wrong in it is in the log, and the visitor has her answer."""

    def emit(self, record):
        if not settings.ADMINS or getattr(record, "status_code", None) != FAULT:
            return
        try:
            tell(record)
        except Exception:
            logger.exception("A letter about a fault could not be written.")


@transaction.atomic
def tell(record):
    """Post a letter to each of ``ADMINS`` who has not had one about this place lately, nor too many."""
    if not _is_alone():  # another process is writing one, and nobody waits in a handler of the log
        return
    with override(LANGUAGE):
        subject, text = _words(record)
        for _name, address in settings.ADMINS:
            _post(address, subject, text)


def _post(address, subject, text):
    # imported here since the log is set up before there are models
    from networks.models import Letter
    from networks.outbox.posting import post

    lately = Letter.objects.filter(kind=KIND, to=address, created__gt=timezone.now() - EVERY)
    if not lately.filter(subject=subject).exists() and lately.count() < MOST:
        post(Letter(to=address, subject=subject, text=text, kind=KIND))


def _is_alone():
    if connection.vendor != "postgresql":  # SQLite has one writer at a time anyway
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        return cursor.fetchone()[0]


def _words(record):
    """``(subject, text)``. The subject is the same for each fault of one type at one line of the code."""
    error = record.exc_info[1] if record.exc_info else None
    request = request_of(record)
    view = view_of(request)
    where = place_of(error) if error else view
    told = {
        "site": settings.WAGTAILADMIN_BASE_URL,
        "number": getattr(request, "number", ""),
        "view": view,
        "method": method(request) if request is not None else "",
        "traceback": in_text(error) if error else "",
        "most": MOST,
    }
    text = render_to_string("gr_site/letters/fault.txt", told).strip() + "\n"
    return _("Fel på webbplatsen: %(where)s") % {"where": where[-200:]}, text


def place_of(error):
    """``KeyError, networks/models/network.py:91``: the type of the exception, and the line that raised it."""
    frame = last_frame(error)
    return f"{name(error)}, {short(frame.filename)}:{frame.lineno}" if frame else name(error)
