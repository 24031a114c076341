"""Finds and removes a person in what lies in the bin, so that a restoration does not bring her back."""

import json

from django.apps import apps
from django.db.models import CharField

from ..models import BinnedRow, NetworkContact, NetworkPage
from .name_text import PERSONAL


def named(model, name):
    """The BinnedRows of ``model`` (one with a ``name``) that are the person ``name`` (a Name)."""
    rows = _rows(model).iterator(chunk_size=1_000)
    return [row for row in rows if name.is_name(row.values.get("name"))]


def emails(rows):
    return {row.values["email"] for row in rows if row.values.get("email")}


def emails_of_others(rows):
    """The addresses in the bin that are not in ``rows`` (contacts)."""
    others = emails(_rows(NetworkContact).exclude(pk__in=[row.pk for row in rows]))
    return others | {row.values.get("contact_email", "") for row in _rows(NetworkPage)}


def take_rows(seats, contacts):
    """Empty the person's seats, which keep role and organisation, and drop her contact rows."""
    for row in seats:
        row.values |= {column: "" for column in PERSONAL if column in row.values}
        row.save(update_fields=["values"])
    BinnedRow.objects.filter(pk__in=[row.pk for row in contacts]).delete()


def fitted(row, changed):
    """``changed`` (column -> text) of a BinnedRow, with values that fit the columns where they are to be restored."""
    model = apps.get_model(BinnedRow.objects.values_list("model", flat=True).get(pk=row.pk))
    texts = [field for field in model._meta.local_concrete_fields if isinstance(field, CharField)]
    longest = {field.attname: field.max_length for field in texts}
    values = json.loads(changed["values"])
    cut = {key: value[: longest.get(key)] if isinstance(value, str) else value for key, value in values.items()}
    return changed | {"values": json.dumps(cut)}


def _rows(model):
    return BinnedRow.objects.filter(model=model._meta.label_lower, is_reference=False)
