"""The backend that this site's settings name, whose class Wagtail finds by them: see ``backend``."""

from functools import cache

from django.conf import settings
from django.core.signals import setting_changed
from django.dispatch import receiver
from wagtail.search.backends import get_search_backend

NAME = "elasticsearch"


@cache
def site_backend():
    """The backend of this site, with connections that are kept; None where the site has no Elasticsearch."""
    return get_search_backend(NAME) if NAME in settings.WAGTAILSEARCH_BACKENDS else None


@receiver(setting_changed)
def _settings_changed(setting, **kwargs):
    if setting == "WAGTAILSEARCH_BACKENDS":
        site_backend.cache_clear()
