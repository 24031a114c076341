"""The two databases that the site runs on. Each module has the same functions: ``size``, ``dump`` and ``restore``."""

from django.db import connection

from . import postgresql, sqlite

_ENGINES = {"sqlite": sqlite, "postgresql": postgresql}


def engine():
    """The module of this site's database."""
    return _ENGINES[connection.vendor]


def version():
    """Such as ``3.45.1`` or ``17.2``."""
    return ".".join(map(str, connection.get_database_version()))


def is_empty():
    """Whether nobody has made a table here: neither a site nor ``migrate``."""
    return not connection.introspection.table_names()
