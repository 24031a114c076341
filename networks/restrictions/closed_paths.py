"""Finds which parts of the page tree are closed to visitors, in every language.

Building a page asks for this many times, so the answer is cached for one request and dropped when a restriction or the
tree changes during it. Outside requests nothing is cached.
"""

from functools import cache

from django.db import connection
from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from ..reading.request_cache import RequestCache

_cache = RequestCache()


def restricted_paths(prefix="", inside=""):
    """A ``Q`` for pages at or below a restricted page or one of its translations; ``prefix`` leads to the page.

    ``inside``: the path of a page that is being read. Whatever closes it has been passed, and so does not count.

    ``Page.objects.public()`` misses the translations of a restricted page, which would leak their titles.
    """
    condition = Q(pk__in=[])
    for path in _paths():
        if inside.startswith(path):
            continue
        condition |= Q(**{f"{prefix}path__startswith": path})
    return condition


def is_listed(page):
    """Whether any visitor may see ``page``: the same rule as ``listed()``, for a page that has already been read."""
    return page.live and not is_closed(page)


def is_closed(page):
    """Whether ``page`` is at or below a restricted page, live or not."""
    return bool(restricted([page.path]))


def restricted(paths):
    """Those of ``paths`` (treebeard paths of pages) that are at or below a restricted page."""
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
    """The SQL and its parameters. Cached, because nearly every request begins with it."""
    keys = PageViewRestriction.objects.values("page__translation_key")
    return Page.objects.filter(translation_key__in=keys).order_by().values_list("path").query.sql_with_params()


def connect():
    """Connect the receivers. Called once the apps are loaded."""
    post_page_move.connect(_cache.forget)
    for signal in (post_save, post_delete):
        signal.connect(_cache.forget, sender=PageViewRestriction)
