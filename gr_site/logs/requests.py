"""Gives each request a number, which its lines in the log and the answer that says of a fault share."""

import re
from contextvars import ContextVar
from secrets import token_hex

HEADER = "X-Request-ID"
FAULT = 500  # of this status and above, an answer says of a fault of the site's
# Hexadecimal, as web servers make them (nginx's $request_id, a UUID): no name or e-mail address fits.
_WELL_FORMED = re.compile(r"[0-9a-fA-F-]{16,64}")

current = ContextVar("current", default=None)  # the HttpRequest that is answered; None outside requests


def request_id(given):
    """The number that a server in front of the site has ``given``, or a new one where that is not well formed."""
    return given if _WELL_FORMED.fullmatch(given) else token_hex(8)


class Numbered:
    """Sets ``request.number``, and sends it with an answer that says of a fault. As the first middleware, it sees all.

    All others are the same whoever asks: caches and calendar programs keep and compare them, and what is closed to a
    visitor looks like what does not exist.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.number = request_id(request.headers.get(HEADER, ""))
        token = current.set(request)
        try:
            response = self.get_response(request)
        finally:
            current.reset(token)
        if response.status_code >= FAULT:
            response.headers[HEADER] = request.number
        return response
