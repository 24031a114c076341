"""Decides who may read a file. The rule is in docs/files.md, and nothing else in the site decides it."""

from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple

from django.db import connection
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail import hooks
from wagtail.models import CollectionViewRestriction, Page

from ..restrictions.closed_paths import behind_a_door
from ..restrictions.doors import has_a_key, has_passed
from ..rights.choosing import choosable
from ..translation import of_source
from .uses import is_shown_by, kinds, pages_showing


class Shown(NamedTuple):
    """A live page that shows a file. ``closed``: not every visitor may read it."""

    pk: int
    path: str
    closed: bool


def open_files(model, keys):
    """Those of ``keys`` whose files (of ``model``, documents or pictures) every visitor may read.

    One query, however many files there are, and nothing of it is remembered: a door closes in every process at once.
    """
    keys = dict(enumerate(keys, 1))
    if not keys:
        return set()
    sql, parameters = _open_files(connection.vendor, model, len(keys), *kinds(model))
    with connection.cursor() as cursor:
        cursor.execute(sql, [keys.get(-each, each) if isinstance(each, int) else each for each in parameters])
        return {key for (key,) in cursor.fetchall()}


@lru_cache(maxsize=16)
def _open_files(vendor, model, number, *kinds):
    """The SQL and its parameters, among which -1, -2, … stand for the keys of that ``number`` of files.

    Cached, because to write it takes far longer than to answer it. What it asks is the same until the process ends.
    """
    files = model.objects.filter(is_shown_by(model, _shown().filter(~behind_a_door())), ~_in_closed_collection())
    places = [-each for each in range(1, number + 1)]
    return files.filter(pk__in=places).order_by().values_list("pk").query.sql_with_params()


def may_read(request, file):
    """Whether the visitor or user of ``request`` may read ``file``, which ``open_files`` does not have."""
    if not has_a_key(request):
        return False
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
    pages = _shown().filter(pk__in=keys).annotate(closed=behind_a_door())
    return {pk: Shown(pk, path, closed) for pk, path, closed in pages.values_list("pk", "path", "closed")}


def _shown():
    hidden = of_source(Page.objects.filter(_hidden(), translation_key=OuterRef("translation_key")))
    return Page.objects.filter(~Exists(hidden), live=True).order_by()


def _hidden():
    """Which pages nobody is shown."""
    return reduce(or_, (condition() for condition in hooks.get_hooks("hidden_pages")), Q(live=False))


def _in_closed_collection():
    """A condition for files."""
    own = ExpressionWrapper(OuterRef("collection__path"), output_field=CharField())
    above = CollectionViewRestriction.objects.annotate(of_file=own).filter(of_file__startswith=F("collection__path"))
    return Exists(above)
