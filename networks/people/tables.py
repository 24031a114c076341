"""Reads and writes every text column in the database that could hold a name."""

from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connection

_TEXT = {"CharField", "TextField", "SlugField", "URLField", "EmailField", "JSONField"}
# A session belongs to whoever is logged in; tables of types and permissions hold no content.
_LEFT_ALONE = {"sessions.session", "contenttypes.contenttype", "auth.permission"}


@dataclass
class Row:
    model: type
    pk: object
    values: dict[str, str]  # column -> its text


def models_with_text():
    """``[(model, [fields])]`` for all tables that have text columns."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        if model is get_user_model() or model._meta.label_lower in _LEFT_ALONE or not _is_table(model):
            continue
        fields = [field for field in model._meta.local_concrete_fields if field.get_internal_type() in _TEXT]
        if fields:
            found.append((model, fields))
    return found


def _is_table(model):
    return model._meta.managed and not model._meta.proxy


def rows_with(model, fields, anchors):
    """The rows of ``model`` where any of ``fields`` contains any of ``anchors``. An empty anchor matches all rows."""
    quote = connection.ops.quote_name
    columns = [f"CAST({quote(field.column)} AS TEXT)" for field in fields]
    like = "ILIKE" if connection.vendor == "postgresql" else "LIKE"
    tests = [(f"{column} {like} %s", f"%{anchor}%") for column in columns for anchor in anchors]
    key, table = quote(model._meta.pk.column), quote(model._meta.db_table)
    where = " OR ".join(test for test, _ in tests)
    with connection.cursor() as cursor:
        # Table and column names come from the models; everything that a person typed is passed as a parameter.
        cursor.execute(f"SELECT {key}, {', '.join(columns)} FROM {table} WHERE {where}", [like for _, like in tests])  # noqa: S608
        rows = cursor.fetchall()
    names = [field.column for field in fields]
    return [Row(model, pk, {n: v for n, v in zip(names, values, strict=True) if v}) for pk, *values in rows]


def write(row, changed):
    """Write ``changed`` (column -> text) with plain SQL, which also changes logs that the models only let grow."""
    quote = connection.ops.quote_name
    fields = {field.column: field for field in row.model._meta.local_concrete_fields}
    sets, values = [], []
    for column, text in changed.items():
        is_json = fields[column].get_internal_type() == "JSONField" and connection.vendor == "postgresql"
        sets.append(f"{quote(column)} = %s{'::jsonb' if is_json else ''}")
        values.append(text[: fields[column].max_length] if fields[column].max_length else text)
    key, table = quote(row.model._meta.pk.column), quote(row.model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {', '.join(sets)} WHERE {key} = %s", [*values, row.pk])  # noqa: S608
