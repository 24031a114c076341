"""The log of production: a JSON object a line, which programs read and people can."""

import json
import logging
from datetime import UTC, datetime

from django.http import HttpRequest

from .faults import in_text
from .masking import masked
from .places import place
from .requests import current

# Ends of lines to some programs, though not to JSON.
_LINE_ENDS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}


class JsonLines(logging.Formatter):
    """``time`` (UTC, RFC 3339), ``level``, ``logger`` and ``message``; in a request also ``request`` (its number) and
    ``view`` (with ``keys`` and ``page``); ``exception`` where there is one. Nothing about visitors: see ``masking``.
    """

    def format(self, record):
        request = request_of(record)
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": message_of(record),
        }
        if request is not None:
            line |= {"request": getattr(request, "number", "")} | place(request)
        if record.exc_info and record.exc_info[1]:
            line["exception"] = in_text(record.exc_info[1])
        text = json.dumps(line, ensure_ascii=False, default=lambda value: type(value).__name__)
        return text.translate(_LINE_ENDS).encode("utf-8", "backslashreplace").decode()


def request_of(record):
    """The request that the record names, or else the one that is answered; None outside requests."""
    named = getattr(record, "request", None)
    return named if isinstance(named, HttpRequest) else current.get()


def message_of(record):
    """The message without a visitor's address in it, and without what ``masking`` finds."""
    try:
        text = record.getMessage()
    except (TypeError, ValueError):  # the wrong number of values: logging's own answer would print them
        text = str(record.msg)
    request = request_of(record)
    for address in (request.get_full_path(), request.path) if request is not None else ():
        if len(address) > 1:
            text = text.replace(address, "[address]")
    return masked(text)
