"""The tests' settings on the database and files that the environment names: a process of its own for each site."""

from gr_site.settings.base import env
from gr_site.settings.test import *  # noqa: F403 - settings extend each other by star import

DATABASES = {"default": env.database("DATABASE_URL", default="")}
MEDIA_ROOT = env.path("MEDIA_ROOT")
WHITENOISE_AUTOREFRESH = True
