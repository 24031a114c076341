"""Queries that Django's ORM writes as SQL once, and that are asked again and again with other values.

To write the SQL of a feed's query takes the ORM several times as long as the database takes to answer it.
"""

from datetime import date
from functools import lru_cache
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections

from networks.restrictions import closed_paths

SHAPES = 32  # written queries that are remembered: restricting another page gives new ones


class Prepared:
    """One query of ``build``, which gives a queryset of ``values_list()``.

    ``build`` is called with a stand-in for each of ``stand_ins``, a value that occurs nowhere else in the query, and
    with the options that ``rows`` gets. It may depend on nothing else that changes but the restrictions of pages.
    """

    def __init__(self, build, **stand_ins):
        self.build, self.stand_ins = build, stand_ins
        self._written = lru_cache(SHAPES)(self._write)

    def rows(self, *options, **values):
        """The rows as the database gives them, with ``values`` (as of the model's fields) for the stand-ins."""
        connection = connections[DEFAULT_DB_ALIAS]
        sql, parameters = self._written(connection.vendor, closed_paths(), options)
        given = {name: _adapted(value, connection) for name, value in values.items()}
        with connection.cursor() as cursor:
            cursor.execute(sql, [given[name] if name else value for name, value in parameters])
            return cursor.fetchall()

    def _write(self, vendor, paths, options):
        """``(SQL, [(name of a stand-in or '', value)])``."""
        connection = connections[DEFAULT_DB_ALIAS]
        sql, parameters = self.build(*options, **self.stand_ins).query.sql_with_params()
        names = {_adapted(value, connection): name for name, value in self.stand_ins.items()}
        found = [(names.get(value, ""), value) for value in parameters]
        if missing := set(names.values()) - {name for name, _value in found}:
            raise ValueError(f"The query asks for no {', '.join(sorted(missing))}.")
        return sql, found


def _adapted(value, connection):
    """A date, a UUID or a number as the database driver takes it."""
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    if isinstance(value, UUID) and not connection.features.has_native_uuid_field:
        return value.hex
    return value
