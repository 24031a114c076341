"""Finds which parts of the page tree are closed to visitors or to one user, in every language.

Building a page asks for this many times, so the answer is cached for one request and dropped when a restriction or the
tree changes during it. Outside requests nothing is cached.
"""

from functools import cache

from django.contrib.auth import get_user_model
from django.db import connection
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from ..reading.request_cache import RequestCache

_cache = RequestCache()


def restricted_paths(prefix="", inside=""):
    """A ``Q`` for pages at or below a restricted page or one of its translations; ``prefix`` leads to the page.

    ``inside``: the path of a page that is being read. Whatever closes it has been passed, and so does not count.

    ``Page.objects.public()`` misses the translations of a restricted page, which would leak their titles.
    """
    return _at_or_below((path for path in _paths() if not inside.startswith(path)), prefix)


def closed_to(user):
    """A ``Q`` for pages at or below a page, or its translation, that is restricted to groups without ``user``.

    A page with a password counts as closed, since only a browser's session knows who has given it.
    """
    return _at_or_below(_paths_closed_to(user))


def is_closed_to(user, page):
    """The same rule as ``closed_to``, for a page that has already been read."""
    return page.path.startswith(tuple(_paths_closed_to(user)))


def behind_a_door():
    """The same rule as ``restricted_paths``, as a part of one query of pages. Nothing of it is cached."""
    own = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    return Exists(_restricted_pages().annotate(of_page=own).filter(of_page__startswith=F("path")))


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


def _at_or_below(paths, prefix=""):
    condition = Q(pk__in=[])
    for path in paths:
        condition |= Q(**{f"{prefix}path__startswith": path})
    return condition


def _paths_closed_to(user):
    return _cache.get(user.pk, lambda: list(_pages_closed_to(user).values_list("path", flat=True)))


def _pages_closed_to(user):
    if user.is_superuser:
        return Page.objects.none()
    doors = PageViewRestriction.objects.exclude(restriction_type=PageViewRestriction.LOGIN)
    hers = doors.filter(restriction_type=PageViewRestriction.GROUPS, groups__user=user)
    keys = doors.exclude(pk__in=hers.values("pk")).values("page__translation_key")
    return Page.objects.filter(translation_key__in=keys).order_by()


def _paths():
    return _cache.get("paths", _read_paths)


def _read_paths():
    with connection.cursor() as cursor:
        cursor.execute(*_paths_query(connection.vendor))
        return [path for (path,) in cursor.fetchall()]


@cache
def _paths_query(vendor):
    """The SQL and its parameters. Cached, because nearly every request begins with it."""
    return _restricted_pages().values_list("path").query.sql_with_params()


def _restricted_pages():
    keys = PageViewRestriction.objects.values("page__translation_key")
    return Page.objects.filter(translation_key__in=keys).order_by()


def connect():
    """Connect the receivers. Called once the apps are loaded."""
    post_page_move.connect(_cache.forget)
    for signal in (post_save, post_delete):
        signal.connect(_cache.forget, sender=PageViewRestriction)
    for members in (PageViewRestriction.groups, get_user_model().groups):
        m2m_changed.connect(_cache.forget, sender=members.through)
