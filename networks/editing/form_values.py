"""What a form of a single row shows and holds, as JSON, so that two people's changes of it can be merged."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.forms import ModelMultipleChoiceField

from ..versions.merging import Content
from ..versions.sameness import same


def shown(form) -> Content:
    """What the form was given to show: of a form that has been sent, what is saved now."""
    return {name: _plain(field, form.get_initial_for_field(field, name)) for name, field in _fields(form)}


def filled(form) -> Content:
    """What the valid form would save."""
    return {name: _plain(field, form.cleaned_data[name]) for name, field in _fields(form)}


def lists_of(form):
    """The fields where several can be chosen: each choice is merged by itself."""
    return frozenset(name for name, field in _fields(form) if isinstance(field, ModelMultipleChoiceField))


def take_over(form, merged: Content, stored):
    """Let the form save ``merged``, whose values that the editor has not typed are those of the row ``stored``."""
    lists = lists_of(form)
    for name, value in filled(form).items():
        if name in lists:
            form.cleaned_data[name] = form.fields[name].queryset.filter(pk__in=list(merged[name]))
        elif not same(merged[name], value):
            attribute = stored._meta.get_field(name).attname
            setattr(form.instance, attribute, getattr(stored, attribute))
            form.cleaned_data[name] = getattr(stored, name)


def _fields(form):
    return [(name, field) for name, field in form.fields.items() if name != "seen"]


def _plain(field, value):
    if isinstance(field, ModelMultipleChoiceField):
        chosen = field.queryset.filter(pk__in=field.prepare_value(value) or [])
        return {str(key): {"chosen": key} for key in chosen.values_list("pk", flat=True)}
    return json.loads(json.dumps(field.prepare_value(value), cls=DjangoJSONEncoder))
