"""Which pages show which files, as published."""

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Case, CharField, Exists, OuterRef, When
from django.db.models.functions import Cast
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex

from ..models import NetworkDocument, NetworkStatement, SharedStatement
from ..models.choices import DocumentAccess
from ..translation import of_source

# A network's row with a file may say that the file is given out on request. Such a row shows no file.
_ROWS_OF_NETWORKS = "documents.item.document"


def pages_showing(model, keys):
    """``{key of a file: keys of pages}`` for the files of ``model`` (documents or pictures) with ``keys``.

    Whether the pages are open is another question. Costs at most four queries, however many files there are.
    """
    found = defaultdict(set)
    statements = defaultdict(set)
    for file, kind, owner, path in _references(model, keys):
        if kind == _type(Page).pk and path != _ROWS_OF_NETWORKS:
            found[file].add(owner)
        elif kind == _type(SharedStatement).pk:
            statements[owner].add(file)
    for file, page in _rows_of_networks(keys) if model is get_document_model() else ():
        found[file].add(page)
    for statement, page in _networks_with(statements):
        for file in statements[statement]:
            found[file].add(page)
    return found


def is_shown_by(model, pages):
    """A condition for files of ``model``: one of ``pages`` (a queryset) shows the file. The same as ``pages_showing``.

    It is part of a query, and takes the indexes of the database from the file to its pages.
    """
    in_pages = _owners(model, Page).exclude(model_path=_ROWS_OF_NETWORKS)
    in_statements = _owners(model, SharedStatement)
    statement = SharedStatement.objects.filter(pk=OuterRef(OuterRef("owner")))
    rows = NetworkStatement.objects.filter(statement__translation_key__in=statement.values("translation_key"))
    shown = Exists(in_pages.filter(Exists(pages.filter(pk=OuterRef("owner")))))
    shown |= Exists(in_statements.filter(Exists(rows.filter(Exists(pages.filter(pk=OuterRef("page")))))))
    if model is get_document_model():
        rows = _public_rows().filter(document=OuterRef("pk"))
        shown |= Exists(rows.filter(Exists(pages.filter(pk=OuterRef("page")))))
    return shown


def _owners(model, kind):
    """The references to the file, each with the key of its ``owner``, None if that is not of the ``kind``."""
    rows = ReferenceIndex.objects.filter(to_content_type=_type(model), to_object_id=Cast(OuterRef("pk"), CharField()))
    # The index keeps keys as texts. PostgreSQL would fail for one of another kind if it looked at what is no number.
    # A filter by kind, beside it, would let SQLite begin with all that pages refer to.
    number = When(base_content_type=_type(kind), then=Cast("object_id", BigIntegerField()))
    return rows.annotate(owner=Case(number))


def _references(model, keys):
    rows = ReferenceIndex.objects.filter(to_content_type=_type(model), to_object_id__in=[str(key) for key in keys])
    for file, kind, owner, path in rows.values_list("to_object_id", "base_content_type", "object_id", "model_path"):
        yield int(file), kind, int(owner) if owner.isdecimal() else owner, path


def _rows_of_networks(keys):
    """``(file, page)``."""
    return _public_rows().filter(document__in=keys).values_list("document", "page")


def _public_rows():
    """What a translation's row says about access may be older than what its source says."""
    return of_source(NetworkDocument.objects.filter(access=DocumentAccess.PUBLIC))


def _networks_with(statements):
    """``(statement, page)``. A network refers to the text in its own language and shows it in each."""
    if not statements:
        return
    keys = dict(SharedStatement.objects.filter(pk__in=statements).values_list("pk", "translation_key"))
    rows = NetworkStatement.objects.filter(statement__translation_key__in=keys.values())
    pages = list(rows.values_list("statement__translation_key", "page"))
    for statement, key in keys.items():
        yield from ((statement, page) for translated, page in pages if translated == key)


def kinds(model):
    """The keys, in the database, of the kinds that the rule speaks of."""
    return tuple(_type(each).pk for each in (model, Page, SharedStatement))


def _type(model):
    return ContentType.objects.get_for_model(model)
