"""Reads and writes the choices in feeds' addresses: a filtered view of the calendar, or a person's own networks.

These addresses have permanent short keys where the calendar's pages have slugs. A key that no longer leads to anything
public matches nothing. A calendar that somebody subscribes to may become empty but never grows into the whole region.
"""

from urllib.parse import urlencode

from django import forms
from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from networks.models import NetworkPage
from networks.translation import address, lend_words, of_source

from ..models import CalendarPage
from .filters import CalendarFilterForm, SlugChoiceField
from .removed import deleted_networks, fits
from .short_keys import joined, named


def keys_of(model):
    """The permanent keys of all rows in the source language, including drafts, oldest first. One query."""
    rows = model.objects.of_source()
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
    """The calendar's filters with the keys of a feed's address. ``narrow`` is inherited from the calendar's form."""

    guesses = False

    def __init__(self, query):
        super().__init__(query)
        for name, field in self.fields.items():
            if isinstance(field, SlugChoiceField):
                self.fields[name] = ShortKeyField(queryset=field.queryset)

    @cached_property
    def deleted_network(self):
        """The key of the chosen network, if it is deleted and nothing else is wrong with the choice; else None."""
        if set(self.errors) != {"natverk"}:
            return None
        return next(iter(deleted_networks(self.data["natverk"], keys_of(NetworkPage))), None)

    def fits_removed(self, row):
        """Whether a deleted meeting (a RemovedMeeting) belonged to the choice."""
        return fits(row, self.chosen, self.deleted_network)

    @property
    def page_url(self):
        """The address of the calendar page with the same choice, with today's slugs."""
        slugs = {name: value.slug if isinstance(value, Model) else value for name, value in self.chosen.items()}
        return calendar_url(urlencode(slugs))


def selection_query(parameters):
    """The query string of a feed's address: the filters among ``parameters`` (a QueryDict), in a fixed order."""
    return urlencode({name: parameters[name] for name in CalendarFilterForm.base_fields if parameters.get(name)})


def permanent_query(form):
    """The same for the choice in a calendar's filter form, with short keys instead of slugs."""
    return urlencode({name: _permanent(value) for name, value in form.chosen.items()})


def _permanent(value):
    return joined([value.translation_key], keys_of(type(value))) if isinstance(value, Model) else value


def networks_named(text, keys):
    """The networks named by the short keys in ``text`` that any visitor may see, including closed ones, by title.

    ``keys`` is ``keys_of(NetworkPage)``.
    """
    listed = NetworkPage.objects.listed().of_source()
    return listed.filter(translation_key__in=named(text, keys)).order_by("title").in_language(by="title")


def my_networks_url(keys):
    """The page where a choice of networks (short keys joined with hyphens) is shown and changed: its address."""
    address = reverse("my_networks")
    return f"{address}?{urlencode({'n': keys})}" if keys else address


def calendar_url(query=""):
    """The address of the calendar's page in the shown language; '' if there is none."""
    page = of_source(CalendarPage.objects.live()).first()
    return "" if page is None else address(lend_words([page])[0]) + (f"?{query}" if query else "")


def change_text(labels, address):
    """The description, in the calendar program, of a feed whose contents a person has chosen."""
    chosen = ", ".join(labels) or _("inget som finns kvar")
    return _("Du har valt: %(chosen)s. Ändra ditt val: %(address)s") % {"chosen": chosen, "address": address}
