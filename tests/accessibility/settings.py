"""Production's settings for a browser on this machine, and three addresses more: pages that go wrong."""

from gr_site.settings.production import *  # noqa: F403 - settings extend each other by star import
from gr_site.settings.production import STORAGES, env

ROOT_URLCONF = "tests.accessibility.urls"
STATIC_ROOT = env.path("STATIC_ROOT")
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "tests.accessibility.storage.OwnFilesCompressed"}}
REQUIRE_SECOND_FACTOR = False  # the session of the tests is made without one
