"""Notes who logs in and out, and who fails to."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models import Q
from django.utils import timezone

from .clients import client_fields
from .devices import device_of
from .event import AccessEvent
from .new_device import is_new, write_to
from .noting import Kind, note

# Anybody can write these rows, so there is a limit.
MOST_FAILED_PER_HOUR = 1_000


def logged_in(user, request=None, **kwargs):
    """Note it, and write to the user if she has never used this browser. Without a request no browser is known."""
    device = device_of(request) if request else None
    is_strange = device is not None and is_new(user, device)
    note(Kind.LOG_IN, user, device=device, **client_fields(request))
    if is_strange:
        write_to(user, request)


def logged_out(user, request=None, **kwargs):
    if user and user.pk:
        note(Kind.LOG_OUT, user, **client_fields(request))


def failed(credentials, request=None, **kwargs):
    """Keep the name only if it is a user's: another may be a password in the wrong field, or a visitor's own name."""
    hour = timezone.now() - timedelta(hours=1)
    if AccessEvent.objects.filter(kind=Kind.FAILED, when__gt=hour).count() < MOST_FAILED_PER_HOUR:
        note(Kind.FAILED, _user(credentials), **client_fields(request))


def _user(credentials):
    users = get_user_model().objects
    for name in (credentials.get("username"), credentials.get("email")):
        if isinstance(name, str) and name and "\0" not in name:
            found = users.filter(Q(username=name) | Q(email__iexact=name)).order_by("pk").first()
            if found:
                return found
    return None


def connect():
    user_logged_in.connect(logged_in, dispatch_uid="access_log.logged_in")
    user_logged_out.connect(logged_out, dispatch_uid="access_log.logged_out")
    user_login_failed.connect(failed, dispatch_uid="access_log.failed")
