"""Decides who may read a file. The rule is in docs/files.md, and nothing else in the site decides it."""

from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail import hooks
from wagtail.models import CollectionViewRestriction, Page

from ..restrictions.closed_paths import restricted
from ..restrictions.doors import has_passed
from ..rights.choosing import choosable
from ..translation import of_source
from .uses import pages_showing


class Shown(NamedTuple):
    """A live page that shows a file. ``closed``: not every visitor may read it."""

    pk: int
    path: str
    closed: bool


def open_files(model, keys):
    """Those of ``keys`` whose files (of ``model``, documents or pictures) every visitor may read.

    Costs at most seven queries, however many files there are.
    """
    uses = pages_showing(model, keys)
    pages = shown_pages({page for pages in uses.values() for page in pages})
    read = {file for file, used in uses.items() if any(page in pages and not pages[page].closed for page in used)}
    return read - _in_closed_collections(model, read) if read else set()


def may_read(request, file):
    """Whether the visitor or user of ``request`` may read ``file``, which ``open_files`` does not have."""
    if is_choosable(request.user, file):
        return True
    doors = list(file.collection.get_view_restrictions())
    if not all(door.accept_request(request) for door in doors):
        return False
    keys = pages_showing(type(file), [file.pk])[file.pk]
    if not keys:
        return bool(doors)  # only the collection says who reads it
    return any(not page.closed or has_passed(request, page.path) for page in shown_pages(keys).values())


def is_choosable(user, file):
    """Whether ``user`` is an editor who may choose ``file`` for a page."""
    return user.is_authenticated and choosable(user, type(file)).filter(pk=file.pk).exists()


def shown_pages(keys):
    """``{key: Shown}`` of those of the pages with ``keys`` that are live, as is what they are translated from."""
    hidden = of_source(Page.objects.filter(_hidden(), translation_key=OuterRef("translation_key")))
    live = list(Page.objects.filter(~Exists(hidden), pk__in=keys, live=True).values_list("pk", "path"))
    if not live:
        return {}
    closed = restricted([path for _, path in live])
    return {pk: Shown(pk, path, path in closed) for pk, path in live}


def _hidden():
    """Which pages nobody is shown."""
    return reduce(or_, (condition() for condition in hooks.get_hooks("hidden_pages")), Q(live=False))


def _in_closed_collections(model, keys):
    own = ExpressionWrapper(OuterRef("collection__path"), output_field=CharField())
    above = CollectionViewRestriction.objects.annotate(of_file=own).filter(of_file__startswith=F("collection__path"))
    return set(model.objects.filter(Exists(above), pk__in=keys).values_list("pk", flat=True))
