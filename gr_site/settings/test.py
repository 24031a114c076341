"""Settings for tests: like production where it matters, fast where it does not."""

from .base import *  # noqa: F403 - see dev.py
from .base import BASE_DIR, DATABASES

SECRET_KEY = "for-tests-only-not-secret"  # noqa: S105 - production reads its own from the environment
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
# A test stores the searches with hits itself, so that no other query of a page costs more now and then.
SEARCHES_STORED_AFTER = None
# Tests let days pass between two requests. Those of the limits set their own.
SESSION_IDLE_LIMIT = SESSION_ABSOLUTE_LIMIT = 100 * 365 * 24 * 3600
MEDIA_ROOT = BASE_DIR / "var" / "test-media"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["NAME"] = ":memory:"
    DATABASES["default"].pop("OPTIONS", None)
