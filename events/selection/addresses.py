"""What a feed's address may choose: any filtered view of the calendar, or a person's own networks.

The addresses hold permanent short keys where the calendar's pages hold slugs. A key that no longer leads to anything
public matches nothing: a calendar that somebody subscribes to may become empty, but never grows into the whole region.
"""

from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _

from networks.models import NetworkPage
from networks.translation import address, lend_words

from ..models import CalendarPage
from .filters import CalendarFilterForm, SlugChoiceField
from .short_keys import joined, named


def keys_of(model):
    """The permanent keys of all rows in the source language, drafts included, the oldest first. One query."""
    rows = model.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    return list(rows.order_by("pk").values_list("translation_key", flat=True))


class ShortKeyField(SlugChoiceField):
    """A choice by short key."""

    def to_python(self, value):
        if value in self.empty_values:
            return None
        found = self.queryset.filter(translation_key__in=named(value, keys_of(self.queryset.model))[:1]).first()
        if found is None:
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return found


class SelectionForm(CalendarFilterForm):
    """The calendar's filters as a feed's address names them; ``narrow`` is the calendar's own."""

    def __init__(self, query):
        super().__init__(query)
        for name, field in self.fields.items():
            if isinstance(field, SlugChoiceField):
                self.fields[name] = ShortKeyField(queryset=field.queryset)

    @property
    def page_url(self):
        """The calendar with the same choice, as its pages name it today."""
        slugs = {name: value.slug if isinstance(value, Model) else value for name, value in self.chosen.items()}
        return calendar_url(urlencode(slugs))


def selection_query(parameters):
    """The query string of a feed's address: the filters among ``parameters`` (a QueryDict), always in one order."""
    return urlencode({name: parameters[name] for name in CalendarFilterForm.base_fields if parameters.get(name)})


def permanent_query(form):
    """The same for the choice made in a calendar's filter form, short keys instead of slugs."""
    return urlencode({name: _permanent(value) for name, value in form.chosen.items()})


def _permanent(value):
    return joined([value.translation_key], keys_of(type(value))) if isinstance(value, Model) else value


def networks_named(text, keys):
    """The networks that any visitor may see, closed ones too, that ``text`` names by short keys. By title.

    ``keys`` is ``keys_of(NetworkPage)``.
    """
    listed = NetworkPage.objects.listed().filter(locale__language_code=settings.LANGUAGE_CODE)
    return listed.filter(translation_key__in=named(text, keys)).order_by("title").in_language(by="title")


def my_networks_url(keys):
    """The page where a choice of networks (short keys joined with hyphens) is shown and changed."""
    address = reverse("my_networks")
    return f"{address}?{urlencode({'n': keys})}" if keys else address


def calendar_url(query=""):
    """The calendar's page in the shown language, '' without one."""
    page = CalendarPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE).first()
    return "" if page is None else address(lend_words([page])[0]) + (f"?{query}" if query else "")


def change_text(labels, address):
    """What a feed of somebody's choice tells of itself in the calendar program."""
    chosen = ", ".join(labels) or _("inget som finns kvar")
    return _("Du har valt: %(chosen)s. Ändra ditt val: %(address)s") % {"chosen": chosen, "address": address}
