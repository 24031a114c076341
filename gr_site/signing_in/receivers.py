import time

from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_logged_in

from .middleware import begin
from .strength import count_as_proof, forget_proof


def connect():
    user_logged_in.connect(_begin, dispatch_uid="signing_in.begin")
    authenticator_added.connect(count_as_proof, dispatch_uid="signing_in.added")
    authenticator_removed.connect(forget_proof, dispatch_uid="signing_in.removed")


def _begin(request, **kwargs):
    begin(request, time.time())
