"""The settings of a developer's machine, with the locks of a real database, on the one that DATABASE_URL names."""

from gr_site.settings.dev import *  # noqa: F403 - settings extend each other by star import

DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
