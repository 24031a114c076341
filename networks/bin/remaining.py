"""Leaves out of a restoration what refers to something that is gone, and keeps it for the day when that comes back."""

from django.apps import apps
from django.db.models import ForeignKey

from ..models import BinnedRow


def without_lost(rows):
    """``rows`` without those that refer to a row that is gone. An optional reference to one becomes empty.

    If what is gone lies in the bin, what refers to it is moved to that item and comes back with it.
    """
    while True:
        known = _Known({(row.model, row.key) for row in rows})
        left = [row for row in rows if _holds(row, known)]
        if len(left) == len(rows):
            return left
        rows = left


def _holds(row, known):
    for field in apps.get_model(row.model)._meta.local_concrete_fields:
        value = row.values.get(field.attname)
        if value is None or not isinstance(field, ForeignKey) or not field.db_constraint:
            continue
        if not known.has(field.remote_field.model, field.target_field.attname, value):
            if not field.null:
                _keep_for(field, value, row)
                return False
            reference = {"field": field.name, "rows": [row.key], "value": value}
            key = f"{field.name} {value} {row.key}"[:64]
            _keep_for(field, value, BinnedRow(model=row.model, key=key, is_reference=True, values=reference))
            row.values[field.attname] = None
    return True


def _keep_for(field, value, row):
    label = field.remote_field.model._meta.label_lower
    target = BinnedRow.objects.filter(model=label, key=value, is_reference=False).exclude(item=row.item_id).first()
    if target:
        row.item_id = target.item_id
        row.save()


class _Known:
    """Which rows there are, among those that come back and in the database."""

    def __init__(self, own):
        self._own, self._asked = own, {}

    def has(self, model, name, value):
        if (model._meta.label_lower, value) in self._own:
            return True
        asked = model, value
        if asked not in self._asked:
            self._asked[asked] = model._base_manager.filter(**{name: value}).exists()
        return self._asked[asked]
