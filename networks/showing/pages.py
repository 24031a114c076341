"""Which pages visitors are shown, and which of them are closed. A translation is as hidden and closed as its source.

``restrictions`` knows only the doors. Here counts also whether a page is live, and what rooms above say with the hook
``hidden_pages``.
"""

from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail import hooks
from wagtail.models import Page

from ..restrictions.closed_paths import behind_a_door
from ..restrictions.doors import doors, has_a_key
from ..translation import of_source

_DEPTH_OF_HOME = 2  # in treebeard's tree; the first page's name is in no address


class Shown(NamedTuple):
    """A live page. ``closed``: not every visitor may read it."""

    pk: int
    path: str
    closed: bool


def shown():
    """The pages that are live, as is what they are translated from. They may be closed."""
    return Page.objects.filter(~Exists(_sources().filter(_hidden())), live=True).order_by()


def addressable():
    """Those of ``shown()`` whose address names no page that is not live: it has the names of all pages above."""
    own = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    withdrawn = Page.objects.filter(live=False, depth__gt=_DEPTH_OF_HOME).annotate(of_page=own)
    return shown().filter(~Exists(withdrawn.filter(of_page__startswith=F("path"))))


def shown_pages(keys):
    """``{key: Shown}`` of those of the pages with ``keys`` that are shown. One query, and nothing is remembered."""
    return _by_key(shown().filter(pk__in=keys))


def _by_key(pages):
    pages = pages.annotate(closed=closed())
    return {pk: Shown(pk, path, is_closed) for pk, path, is_closed in pages.values_list("pk", "path", "closed")}


def closed():
    """A condition for pages that are at or below a restricted page, or whose source is."""
    return Q(behind_a_door()) | Q(Exists(_sources().filter(behind_a_door())))


def may_be_led_to(request, key):
    """Whether whoever sends ``request`` may know the address of the page with ``key``: anybody may, or she has passed
    all its doors.

    One query for an open page or a hidden one.
    """
    page = _by_key(addressable().filter(pk=key)).get(key)
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
