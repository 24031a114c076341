"""Wagtail's row about the site, from which pages, the sitemap and language links take the site's own address."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site

from gr_site.models import HomePage


def point_at(home: HomePage) -> None:
    """Make ``home`` the root of the default site, at the address BASE_URL, in place of Wagtail's welcome page."""
    site = _default_site() or Site(is_default_site=True)
    welcome = site.root_page if site.pk else None
    site.root_page, site.site_name = home, settings.WAGTAIL_SITE_NAME
    site.hostname, site.port = host_and_port()
    site.save()
    # Only Wagtail's own migration creates a bare Page; no editor can.
    if welcome and welcome.specific_class is Page and not welcome.get_children().exists():
        welcome.delete()


def follow_base_url() -> bool:
    """Give the default site the host and port of BASE_URL. Whether they were others."""
    site = _default_site()
    if site is None or (site.hostname, site.port) == host_and_port():
        return False
    site.hostname, site.port = host_and_port()
    site.save()
    return True


def host_and_port() -> tuple[str, int]:
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    return address.hostname or "", address.port or (443 if address.scheme == "https" else 80)


def _default_site() -> Site | None:
    return Site.objects.filter(is_default_site=True).select_related("root_page").first()
