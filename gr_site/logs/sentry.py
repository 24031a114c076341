"""Sends errors to a Sentry, where ``SENTRY_DSN`` names one: what the log has of them, and nothing of who asked.

The library's own integrations read requests, users, local variables and queries out of everything that they see, and
leave out what they are told to. Here none is loaded, and each event is made from the few things that may be in it. The
library does the rest: it queues, bounds and sends them beside the request, and keeps silent when it is told to.
"""

import atexit
import logging
from functools import cache
from pathlib import Path
from traceback import StackSummary, walk_tb

from django.conf import settings

from ..release import release
from .faults import chain, own_text
from .json_lines import message_of, request_of
from .places import method, short, view_of

SECONDS = 2  # at the end of a process, for what is not sent yet
_LEVELS = {"CRITICAL": "fatal"}
# Their own words about what they could not send would be the next to be sent.
_LIBRARIES = ("sentry_sdk", "urllib3")

logger = logging.getLogger(__name__)


class Sentry(logging.Handler):
    """A handler of the log. Sends nothing without ``SENTRY_DSN``."""

    def emit(self, record):
        if not settings.SENTRY_DSN or record.name.split(".")[0] in _LIBRARIES:
            return
        try:
            client(settings.SENTRY_DSN).capture_event(event_of(record))
        except Exception:
            logger.warning("An error could not be sent to Sentry.", exc_info=True)


@cache
def client(dsn):
    """The one client of the process. Made when there is something to send: most processes never have."""
    import sentry_sdk  # which costs a twentieth of a second, and nobody needs it without a Sentry

    made = sentry_sdk.Client(
        dsn,
        release=release(),
        environment="production",
        # Personal data are off unless asked for; to say so (send_default_pii) is deprecated.
        default_integrations=False,
        auto_enabling_integrations=False,
        max_request_body_size="never",
        include_local_variables=False,
        max_breadcrumbs=0,
        auto_session_tracking=False,
        shutdown_timeout=SECONDS,
    )
    atexit.register(made.close)
    return made


def event_of(record):
    """The event for a record of the log: https://develop.sentry.dev/sdk/data-model/event-payloads/"""
    error = record.exc_info[1] if record.exc_info else None
    request = request_of(record)
    tags = {"request": getattr(request, "number", ""), "view": view_of(request)}
    if request is not None:
        tags["method"] = method(request)
    event = {
        "level": _LEVELS.get(record.levelname, record.levelname.lower()),
        "logger": record.name,
        "logentry": {"formatted": message_of(record)},
        "tags": {name: value for name, value in tags.items() if value},
    }
    return event | {"exception": {"values": [_one(each) for each in chain(error)]}} if error else event


def _one(error):
    kind = type(error)
    frames = StackSummary.extract(walk_tb(error.__traceback__), capture_locals=False)
    return {
        "type": kind.__qualname__,
        "module": kind.__module__,
        "value": own_text(error),
        "stacktrace": {"frames": [_frame(each) for each in frames]},
    }


def _frame(frame):
    return {
        "filename": short(frame.filename),
        "function": frame.name,
        "lineno": frame.lineno,
        "context_line": frame.line,
        "in_app": (Path(settings.BASE_DIR) / short(frame.filename)).is_file(),
    }
