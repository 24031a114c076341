"""Settings for a developer's machine: everything works after a clone, and nothing is secret."""

from .base import *  # noqa: F403 - settings extend each other by star import, as in Django's own template
from .base import env

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = "for-development-only-not-secret"  # noqa: S105 - production reads its own from the environment
ALLOWED_HOSTS = ["*"]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
# Passkeys need https, except on a developer's machine.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
