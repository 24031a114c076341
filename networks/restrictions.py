"""Which parts of the page tree are closed to visitors, in every language.

A page asks for this many times while it is built, so the answer is kept for the length of one request, and forgotten
when a restriction or the tree changes under it. Outside requests it is asked for anew each time.
"""

from functools import cache

from django.db import connection
from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from .request_cache import RequestCache

_cache = RequestCache()


def restricted_paths(prefix=""):
    """A filter for pages at or below a restricted page, its translations included; ``prefix`` leads to the page.

    ``Page.objects.public()`` misses translations of a restricted page, which would leak their titles.
    """
    condition = Q(pk__in=[])
    for path in _paths():
        condition |= Q(**{f"{prefix}path__startswith": path})
    return condition


def is_listed(page):
    """Whether any visitor may see ``page``: ``listed()`` for a page that has been read already."""
    return page.live and not restricted([page.path])


def restricted(paths):
    """Those of ``paths`` (of pages in the tree) that are at or below a restricted page."""
    closed = tuple(_paths())
    return {path for path in paths if path.startswith(closed)}


def _paths():
    return _cache.get("paths", _read_paths)


def _read_paths():
    with connection.cursor() as cursor:
        cursor.execute(*_paths_query(connection.vendor))
        return [path for (path,) in cursor.fetchall()]


@cache
def _paths_query(vendor):
    """SQL and its parameters. Written once, because nearly every request begins with it."""
    keys = PageViewRestriction.objects.values("page__translation_key")
    return Page.objects.filter(translation_key__in=keys).order_by().values_list("path").query.sql_with_params()


def connect():
    """Called once the apps are loaded."""
    post_page_move.connect(_cache.forget)
    for signal in (post_save, post_delete):
        signal.connect(_cache.forget, sender=PageViewRestriction)
