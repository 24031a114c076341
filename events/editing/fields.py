"""Fields that the edit form has in addition to the model's."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _


def days_of(texts):
    """The ISO dates among ``texts``. Other texts are left out."""
    return [day for day in map(_day_or_none, texts) if day]


def _day_or_none(text):
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        return None


class DaysField(forms.Field):
    """Several inputs with the same name, each an ISO date. Cleans to a frozenset of dates."""

    widget = forms.MultipleHiddenInput

    def clean(self, value):
        texts = value or []
        days = days_of(texts)
        if len(days) < len(texts):
            raise forms.ValidationError(_("Listan över seriens datum går inte att läsa."))
        return frozenset(days)

    def has_changed(self, initial, data):
        return bool(data)
