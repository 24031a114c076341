"""The settings of a developer's machine, with the locks of a real database, on the one that DATABASE_URL names."""

import tempfile

from gr_site.settings.dev import *  # noqa: F403 - settings extend each other by star import

DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# What was sent is seen from every process.
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = tempfile.mkdtemp()
