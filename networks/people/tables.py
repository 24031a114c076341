"""Reads and writes every text column in the database that could hold a name."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connection

_TEXT = {"CharField", "TextField", "SlugField", "URLField", "EmailField", "JSONField"}
# A session belongs to whoever is logged in; tables of types and permissions hold no content.
_LEFT_ALONE = {"sessions.session", "contenttypes.contenttype", "auth.permission"}
# Columns with addresses of pages and files: see ``addresses.py``.
_ADDRESSES = {"url_path", "old_path"}
# What belongs to a log-in goes with it: see ``logins.py``.
_OF_LOGINS = {"account", "mfa", "socialaccount", "usersessions"}
BATCH = 200  # rows read at a time, so that no table has to fit in memory


@dataclass
class Row:
    model: type
    pk: object
    values: dict[str, str]  # column -> its text


def tables():
    """The models whose tables the site itself keeps, except those that hold no content."""
    models = apps.get_models(include_auto_created=True)
    kept = [model for model in models if model._meta.managed and not model._meta.proxy]
    kept = [model for model in kept if model._meta.app_label not in _OF_LOGINS]
    return [model for model in kept if model._meta.label_lower not in _LEFT_ALONE]


def models_with_text():
    """``[(model, [fields])]`` for all tables that have text columns, but for log-ins."""
    found = [(model, text_fields(model)) for model in tables() if model is not get_user_model()]
    return [(model, fields) for model, fields in found if fields]


def text_fields(model):
    return [field for field in model._meta.local_concrete_fields if _is_text(field)]


def is_address(field):
    """Whether ``field`` holds an address of a page or the name of a file."""
    kind = field.get_internal_type()
    return kind in ("SlugField", "FileField", "ImageField") or field.name in _ADDRESSES


def _is_text(field):
    kind = field.get_internal_type()
    return kind in _TEXT and not field.primary_key and not field.is_relation and not is_address(field)


def rows_of(model, fields) -> Iterator[Row]:
    """The rows of ``model`` with the texts of ``fields``, in order of their keys, ``BATCH`` at a time."""
    quote = connection.ops.quote_name
    key, table = quote(model._meta.pk.column), quote(model._meta.db_table)
    columns = ", ".join(f"CAST({quote(field.column)} AS TEXT)" for field in fields)
    names = [field.column for field in fields]
    after, last = "", []
    while True:
        with connection.cursor() as cursor:
            # Table and column names come from the models; the key is passed as a parameter.
            cursor.execute(f"SELECT {key}, {columns} FROM {table} {after} ORDER BY {key} LIMIT {BATCH}", last)  # noqa: S608
            rows = cursor.fetchall()
        for pk, *values in rows:
            yield Row(model, pk, {name: value for name, value in zip(names, values, strict=True) if value})
        if len(rows) < BATCH:
            return
        after, last = f"WHERE {key} > %s", [rows[-1][0]]


def write(row, changed):
    """Write ``changed`` (column -> text) with plain SQL, which also changes logs that the models only let grow."""
    quote = connection.ops.quote_name
    fields = {field.column: field for field in row.model._meta.local_concrete_fields}
    sets, values = [], []
    for column, text in changed.items():
        is_json = fields[column].get_internal_type() == "JSONField" and connection.vendor == "postgresql"
        sets.append(f"{quote(column)} = %s{'::jsonb' if is_json else ''}")
        values.append(text if is_json else _fitted(row, fields[column], text))
    key, table = quote(row.model._meta.pk.column), quote(row.model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {', '.join(sets)} WHERE {key} = %s", [*values, row.pk])  # noqa: S608


def _fitted(row, field, text):
    """``text`` cut to its column; with the row's key where no other row may have the same."""
    longest = field.max_length
    if _is_unique(row.model, field) and row.model._base_manager.filter(**{field.attname: text[:longest]}).exists():
        number = f" ({row.pk})"
        return text[: longest and longest - len(number)] + number
    return text[:longest]


def _is_unique(model, field):
    sets = [*model._meta.unique_together, *(unique.fields for unique in model._meta.total_unique_constraints)]
    return field.unique or any(field.name in names for names in sets)
