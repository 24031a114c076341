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


class SameField(forms.Field):
    """Several inputs with the same name, ``date of the rule=date of a meeting``, the latter empty for a new meeting.

    Cleans to ``{date: date or None}``.
    """

    widget = forms.MultipleHiddenInput

    def clean(self, value):
        return same_of(value or [])

    def has_changed(self, initial, data):
        return bool(data)


def same_of(texts):
    """``{date: date or None}`` of the texts that a ``SameField`` gets. Others are left out."""
    pairs = (text.partition("=") for text in texts)
    days = {_day_or_none(day): (_day_or_none(origin), origin) for day, sign, origin in pairs if sign}
    return {day: origin for day, (origin, text) in days.items() if day and (origin or not text)}
