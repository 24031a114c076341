"""Notes second factors that are added, removed and renewed, by whichever way."""

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_reset
from django.db.models.signals import post_delete, post_save

from .noting import Kind, note

# In Swedish whoever does it: the log has one language.
WORDS = {
    Authenticator.Type.TOTP: "app med koder",
    Authenticator.Type.WEBAUTHN: "passkey",
    Authenticator.Type.RECOVERY_CODES: "reservkoder",
}


def added(instance, created=False, raw=False, **kwargs):
    if created and not raw:
        note(Kind.FACTOR_ADDED, instance.user, added=WORDS.get(instance.type, instance.type))


def removed(instance, origin=None, **kwargs):
    """A user who is being deleted takes her factors with her, and is nobody to refer to."""
    itself = isinstance(origin, Authenticator) or getattr(origin, "model", None) is Authenticator
    whom = {"user": instance.user} if itself else {"name": instance.user.get_username()}
    note(Kind.FACTOR_REMOVED, **whom, removed=WORDS.get(instance.type, instance.type))


def renewed(user, authenticator, **kwargs):
    note(Kind.FACTOR_RESET, user, added=WORDS.get(authenticator.type, authenticator.type))


def connect():
    post_save.connect(added, sender=Authenticator, dispatch_uid="access_log.factor_added")
    post_delete.connect(removed, sender=Authenticator, dispatch_uid="access_log.factor_removed")
    authenticator_reset.connect(renewed, dispatch_uid="access_log.factor_reset")
