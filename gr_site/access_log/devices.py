"""Knows a browser again by a number in a signed cookie of its own, which only those who have logged in get."""

from uuid import UUID, uuid4

from django.conf import settings

COOKIE = "enhet"
SALT = "gr_site.access_log.device"
KEPT = 400 * 24 * 3600  # seconds; browsers keep no cookie longer


def device_of(request):
    """The browser's number, a UUID, which the response to this request gives it for another ``KEPT`` seconds."""
    if not hasattr(request, "device"):
        request.device = _told(request) or uuid4()
    return request.device


def _told(request):
    told = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=KEPT)
    try:
        return UUID(told)
    except ValueError:
        return None


class DeviceCookie:
    """Middleware: the cookie is set in the response to a log-in, and in no other."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if hasattr(request, "device"):
            response.set_signed_cookie(
                COOKIE,
                request.device.hex,
                salt=SALT,
                max_age=KEPT,
                httponly=True,
                secure=settings.SESSION_COOKIE_SECURE,
                samesite="Lax",
            )
        return response
