from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.dispatch import Signal
from django.utils import timezone

# Sent with ``user``, whose sessions have been ended, the ``request`` of who did it, and their ``number``.
sessions_ended = Signal()


def end_all(user, *, request, but=None) -> int:
    """Log her out in all browsers, also where allauth has no row about the session. ``but`` is the key of a session
    that goes on. Gives the number of those that ended."""
    alive = Session.objects.filter(expire_date__gt=timezone.now()).exclude(session_key=but).iterator()
    keys = [row.session_key for row in alive if row.get_decoded().get(SESSION_KEY) == str(user.pk)]
    Session.objects.filter(session_key__in=keys).delete()
    UserSession.objects.filter(user=user).exclude(session_key=but).delete()
    sessions_ended.send(UserSession, user=user, request=request, number=len(keys))
    return len(keys)
