"""When a session ends, and what the admin asks of it. Neither looks at a request without a session, so that visitors
get no cookie and their pages can be kept by caches."""

import time
from http import HTTPStatus

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode
from django.views.defaults import permission_denied

from .strength import is_strong, where_to_prove

BEGAN, SEEN = "session_began", "session_seen"
WRITE_AFTER = 5 * 60  # seconds; a session is not written with each request
ADMIN = "/admin/"
ACCOUNT = "/konto/"
# Old addresses that lead to allauth's (closed_urls.py).
MOVED = ("/admin/login/", "/admin/password_reset/")
LOG_OUT = "/admin/logout/"


def begin(request, now: float) -> None:
    """Write down when the session began."""
    request.session[BEGAN] = request.session[SEEN] = int(now)


class AccountPages:
    """No cache keeps a page of an account, and the browser's own is gone once she has logged out."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path_info.startswith(ACCOUNT):
            add_never_cache_headers(response)
        return response


class SessionLimits:
    """Logs out after ``SESSION_IDLE_LIMIT`` seconds without a request, and ``SESSION_ABSOLUTE_LIMIT`` in any case."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            self._look_at(request, time.time())
        return self.get_response(request)

    def _look_at(self, request, now):
        began, seen = request.session.get(BEGAN), request.session.get(SEEN)
        if began is None or seen is None:
            begin(request, now)
        elif now - seen > settings.SESSION_IDLE_LIMIT or now - began > settings.SESSION_ABSOLUTE_LIMIT:
            logout(request)
        elif now - seen > WRITE_AFTER:
            request.session[SEEN] = int(now)
            UserSession.objects.filter(session_key=request.session.session_key).update(last_seen_at=timezone.now())


class SecondFactor:
    """Opens the admin to those who may enter it, and if ``REQUIRE_SECOND_FACTOR`` only in a session that a second
    factor, a passkey or another organisation's log-in has vouched for. Elsewhere, whoever may enter the admin is a
    visitor until then: a password alone opens no closed page, document or picture to her.

    Others get 403. Without that, somebody with no rights in the admin would be sent back and forth for ever between it
    and the log-in, where she already is logged in.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        path = request.path_info
        if not path.startswith((ADMIN, ACCOUNT)) and self._is_weak(request):
            return self._as_a_visitor(request)
        if not path.startswith(ADMIN) or path.startswith(MOVED) or not request.user.is_authenticated:
            return self.get_response(request)
        if not request.user.has_perm("wagtailadmin.access_admin"):
            return self._refuse(request)
        if settings.REQUIRE_SECOND_FACTOR and path != LOG_OUT and not is_strong(request):
            return self._lead_to_one(request)
        return self.get_response(request)

    def _is_weak(self, request):
        return (
            settings.REQUIRE_SECOND_FACTOR
            and settings.SESSION_COOKIE_NAME in request.COOKIES
            and request.user.is_authenticated
            and not is_strong(request)
            and request.user.has_perm("wagtailadmin.access_admin")
        )

    def _as_a_visitor(self, request):
        """What leads a visitor to the log-in leads her on to what she has not done yet."""
        user, request.user = request.user, AnonymousUser()
        answer = self.get_response(request)
        if answer.status_code == HTTPStatus.FOUND and answer["Location"].startswith(reverse(settings.LOGIN_URL)):
            request.user = user
            return self._lead_to_one(request)
        return answer

    def _refuse(self, request):
        return permission_denied(request, PermissionDenied())

    def _lead_to_one(self, request):
        """To the page where she sets one up, or uses the one she has. Programs get 403: they cannot follow."""
        if not _shows_a_page(request):
            return self._refuse(request)
        address = reverse(where_to_prove(request.user))
        return redirect(f"{address}?{urlencode({'next': request.get_full_path()})}")


def _shows_a_page(request) -> bool:
    """Whether a browser asks for a page that somebody will see, as opposed to a script of the admin's."""
    return (
        request.method in ("GET", "HEAD")
        and request.headers.get("X-Requested-With") != "XMLHttpRequest"
        and request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
        and not request.path_info.startswith("/admin/api/")
    )
