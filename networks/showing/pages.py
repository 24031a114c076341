"""Which pages visitors are shown, and which of them are closed. A translation is as hidden and closed as its source.

``restrictions`` knows only the doors. Here counts also whether a page is live, and what rooms above say with the hook
``hidden_pages``.
"""

from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q
from wagtail import hooks
from wagtail.models import Page

from ..restrictions.closed_paths import behind_a_door
from ..restrictions.doors import doors, has_a_key
from ..translation import of_source


class Shown(NamedTuple):
    """A live page. ``closed``: not every visitor may read it."""

    pk: int
    path: str
    closed: bool


def shown():
    """The pages that are live, as is what they are translated from. They may be closed."""
    return Page.objects.filter(~Exists(_sources().filter(_hidden())), live=True).order_by()


def shown_pages(keys):
    """``{key: Shown}`` of those of the pages with ``keys`` that are shown. One query, and nothing is remembered."""
    pages = shown().filter(pk__in=keys).annotate(closed=closed())
    return {pk: Shown(pk, path, is_closed) for pk, path, is_closed in pages.values_list("pk", "path", "closed")}


def closed():
    """A condition for pages that are at or below a restricted page, or whose source is."""
    return Q(behind_a_door()) | Q(Exists(_sources().filter(behind_a_door())))


def may_see(request, key):
    """Whether whoever sends ``request`` may see the page with ``key``: anybody may, or she has passed all its doors.

    One query for an open page or a hidden one.
    """
    page = shown_pages([key]).get(key)
    if page is None or not page.closed:
        return page is not None
    return opens_for(request, page)


def opens_for(request, page):
    """Whether whoever sends ``request`` has passed all doors to ``page``, a ``Shown`` that is closed."""
    if not has_a_key(request):
        return False
    keys = Page.objects.filter(pk=page.pk).values("translation_key")
    paths = {page.path, *of_source(Page.objects.filter(translation_key__in=keys)).values_list("path", flat=True)}
    passed = [door.accept_request(request) for path in paths for door in doors(path)]
    return bool(passed) and all(passed)


def _sources():
    """What a page of an outer query is translated from: itself, if it is in the source language."""
    return of_source(Page.objects.filter(translation_key=OuterRef("translation_key")))


def _hidden():
    """Which pages nobody is shown."""
    return reduce(or_, (condition() for condition in hooks.get_hooks("hidden_pages")), Q(live=False))
