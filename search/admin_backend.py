"""What the admin's lists are searched with: Wagtail's search in the database, mended where SQLite would fail."""

from django.db import connection
from modelsearch.query import Phrase, PlainText
from wagtail.search.backends import database


def SearchBackend(params):
    """Wagtail's backend for this database.

    On SQLite it puts each word between quotation marks and leaves those in the word as they are, so that a single one
    is a fault of syntax (https://www.sqlite.org/fts5.html, section 3.1). There they count as spaces.
    """
    backend = database.SearchBackend(params)
    if connection.vendor == "sqlite":
        for name in ("search", "autocomplete"):
            setattr(backend, name, _unquoted(getattr(backend, name)))
    return backend


def _unquoted(method):
    def asked(query, *args, **kwargs):
        if isinstance(query, str):
            query = query.replace('"', " ").strip()
        elif isinstance(query, PlainText | Phrase):
            query.query_string = query.query_string.replace('"', " ").strip()
        return method(query, *args, **kwargs)

    return asked
