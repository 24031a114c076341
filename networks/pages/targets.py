"""Reads which targets of a version's references are still there, once for all rows of the version.

A version is kept as JSON, with foreign keys as values. ``modelcluster`` asks the database for each value of each row,
so that opening or publishing an event with 30 dates asked over 60 times for its own page and its own language. It also
refuses the whole version when the target of a protected key is gone, which only live rows keep from being removed.
See tests/networks/pages/test_targets.py, which compares the two.
"""

from collections import defaultdict

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from modelcluster.models import get_all_child_relations


class ReadsTargetsOnce:
    """A page whose versions cost the same however many rows they have."""

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        if check_fks:
            data = _without_gone(cls, data, _existing(cls, data), strict_fks)
        return data and super().from_serializable_data(data, check_fks=False, strict_fks=strict_fks)


def _existing(model, data):
    """``{(target, its field): values}`` of what the version refers to and the database has."""
    wanted = defaultdict(set)
    _collect(model, data, wanted)
    return {
        (target, name): set(
            target._default_manager.filter(**{f"{name}__in": values}).order_by().values_list(name, flat=True)
        )
        for (target, name), values in wanted.items()
    }


def _collect(model, data, wanted):
    for field, value in _references(model, data):
        wanted[_target(field)].add(value)
    for relation, rows in _rows(model, data):
        for row in rows:
            _collect(relation.related_model, row, wanted)


def _without_gone(model, data, existing, strict):
    """The data without references to what is gone, by each one's ``on_delete``. None if it cannot be without one."""
    kept = dict(data)
    for field, value in _references(model, data):
        rule = field.remote_field.on_delete
        if value in existing[_target(field)] or rule == models.DO_NOTHING:
            continue
        if strict and (rule == models.CASCADE or not field.null):
            return None
        kept[field.name] = None
    for relation, rows in _rows(model, data):
        cleaned = (_without_gone(relation.related_model, row, existing, strict=True) for row in rows)
        kept[relation.get_accessor_name()] = [row for row in cleaned if row is not None]
    return kept


def _references(model, data):
    """``(field, value)`` of each foreign key that the data has a value for."""
    for name, value in data.items():
        try:
            field = model._meta.get_field(name)
        except FieldDoesNotExist:
            continue
        if value is not None and field.concrete and isinstance(field.remote_field, models.ManyToOneRel):
            _, target_field = _target(field)
            yield field, field.remote_field.model._meta.get_field(target_field).to_python(value)


def _target(field):
    return field.remote_field.model, field.remote_field.field_name


def _rows(model, data):
    for relation in get_all_child_relations(model):
        if relation.get_accessor_name() in data:
            yield relation, data[relation.get_accessor_name()]
