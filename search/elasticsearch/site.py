"""The backend from this site's settings; Wagtail finds its class there too: see ``backend``."""

from functools import cache

from django.conf import settings
from django.core.signals import setting_changed
from django.dispatch import receiver
from wagtail.search.backends import get_search_backend

NAME = "elasticsearch"


@cache
def site_backend():
    """This site's backend, with persistent connections; None if the site has no Elasticsearch."""
    return get_search_backend(NAME) if NAME in settings.WAGTAILSEARCH_BACKENDS else None


@receiver(setting_changed)
def _settings_changed(setting, **kwargs):
    if setting == "WAGTAILSEARCH_BACKENDS":
        site_backend.cache_clear()
