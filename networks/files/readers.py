"""Decides who may read a file. The rule is in docs/files.md, and nothing else in the site decides it."""

from functools import lru_cache

from django.db import connection
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import CollectionViewRestriction

from ..restrictions.doors import has_a_key
from ..rights.choosing import choosable
from ..showing.pages import closed, opens_for, shown, shown_pages
from .uses import is_shown_by, kinds, pages_showing


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
    files = model.objects.filter(is_shown_by(model, shown().filter(~closed())), ~_in_closed_collection())
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
    return any(not page.closed or opens_for(request, page) for page in shown_pages(keys).values())


def is_choosable(user, file):
    """Whether ``user`` is an editor who may choose ``file`` for a page."""
    return user.is_authenticated and choosable(user, type(file)).filter(pk=file.pk).exists()


def _in_closed_collection():
    """A condition for files."""
    own = ExpressionWrapper(OuterRef("collection__path"), output_field=CharField())
    above = CollectionViewRestriction.objects.annotate(of_file=own).filter(of_file__startswith=F("collection__path"))
    return Exists(above)
