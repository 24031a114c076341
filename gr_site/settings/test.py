"""Settings for tests: like production where it matters, fast where it does not."""

from .base import *  # noqa: F403 - see dev.py
from .base import BASE_DIR, DATABASES

SECRET_KEY = "for-tests-only-not-secret"  # noqa: S105 - production reads its own from the environment
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = BASE_DIR / "var" / "test-media"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["NAME"] = ":memory:"
    DATABASES["default"].pop("OPTIONS", None)
