import time

from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_logged_in

from .middleware import begin
from .sessions import end_all
from .strength import TYPES, count_as_proof, forget_proof


def connect():
    user_logged_in.connect(_begin, dispatch_uid="signing_in.begin")
    authenticator_added.connect(count_as_proof, dispatch_uid="signing_in.added")
    authenticator_added.connect(_end_weak_sessions, dispatch_uid="signing_in.first")
    authenticator_removed.connect(forget_proof, dispatch_uid="signing_in.removed")


def _begin(request, **kwargs):
    begin(request, time.time())


def _end_weak_sessions(request, user, authenticator, **kwargs):
    """With her first second factor, all that a password alone has opened ends: whoever has it could add one, too."""
    first = not user.authenticator_set.filter(type__in=TYPES).exclude(pk=authenticator.pk).exists()
    if first and authenticator.type in TYPES and request.user == user:
        end_all(user, request=request, but=request.session.session_key)
