"""The calendar's filters: one form for the list, the month, the year and their feeds."""

from urllib.parse import urlencode

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from networks.models import Area, NetworkPage

from ..models import EventCategory, Occurrence
from ..models.choices import Format
from ..models.mentions import public_texts, saying
from .said import inner, operators_of, said


class SlugChoiceField(forms.ModelChoiceField):
    """A choice by slug. If pages under different parents share a slug, the first by title is chosen."""

    def __init__(self, **kwargs):
        super().__init__(to_field_name="slug", required=False, queryset=kwargs.pop("queryset"), **kwargs)

    def to_python(self, value):
        if value in self.empty_values:
            return None
        self.validate_no_null_characters(value)
        found = self.queryset.filter(slug=value).first()
        if found is None:
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return found


class CalendarFilterForm(forms.Form):
    """Field names are parameters in addresses that people bookmark: never rename them. Values are slugs in the source
    language, so that the same address makes the same choice in every language."""

    # Whether a text that finds nothing may be taken for another. A feed keeps to its address.
    guesses = True

    q = forms.CharField(
        label=_("Sök"),
        required=False,
        max_length=100,
        error_messages={"max_length": _("Skriv högst %(limit_value)d tecken. Du skrev %(show_value)d.")},
    )
    natverk = SlugChoiceField(label=_("Nätverk"), queryset=NetworkPage.objects.none(), empty_label=_("Alla nätverk"))
    omrade = SlugChoiceField(label=_("Område"), queryset=Area.objects.none(), empty_label=_("Alla områden"))
    slag = SlugChoiceField(label=_("Slag"), queryset=EventCategory.objects.none(), empty_label=_("Alla slag"))
    form = forms.ChoiceField(label=_("Mötesform"), required=False, choices=[("", _("Alla former")), *Format.choices])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._conditions = {}
        networks = NetworkPage.objects.listed().of_source().only("title", "slug", "translation_key", "alias_of")
        self.fields["natverk"].queryset = networks.order_by("title").in_language(by="title")
        for name, model in (("omrade", Area), ("slag", EventCategory)):
            self.fields[name].queryset = model.objects.of_source().in_language()

    def narrow(self, occurrences):
        """``occurrences`` (a queryset) with the valid filters applied. A bad value is ignored."""
        chosen = self.chosen
        if chosen.get("natverk"):
            occurrences = occurrences.for_networks([chosen["natverk"].pk])
        if chosen.get("omrade"):
            occurrences = occurrences.in_area(chosen["omrade"])
        if chosen.get("slag"):
            occurrences = occurrences.filter(page__category=chosen["slag"])
        if chosen.get("form"):
            occurrences = occurrences.of_format(chosen["form"])
        if chosen.get("q"):
            occurrences = occurrences.saying(self._condition(chosen["q"]))
        return occurrences

    @property
    def chosen(self):
        """``{field: value}`` for the valid filters that are set, with the text that it was taken for."""
        given = {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value}
        return given | {"q": self.corrected} if "q" in given and self.corrected else given

    @cached_property
    def corrected(self):
        """The text that the chosen one was surely meant to be, if it finds no meeting at all and that finds some;
        else ''.

        What the page leads to has it too: whoever subscribes follows the words that were shown, and a feed never
        guesses. Else a new meeting with the misspelt word, or with another like it, would change what is in a
        calendar that somebody has.
        """
        text = getattr(self, "cleaned_data", {}).get("q")
        if not text or not self.guesses:
            return ""
        public = Occurrence.objects.public()
        if public.saying(self._condition(text)).exists():
            return ""
        (corrected_query,) = hooks.get_hooks("corrected_query")
        other = corrected_query(text, public_texts(public))
        return other if other and public.saying(self._condition(other)).exists() else ""

    def _condition(self, text):
        """What meetings have that ``text`` asks for. Kept, since it reads the texts of all."""
        if text not in self._conditions:
            self._conditions[text] = saying(said(text))
        return self._conditions[text]

    @property
    def told(self):
        """Lines on what the text was taken for and what its operators did."""
        text = self.chosen.get("q")
        if not text:
            return []
        found = operators_of(text)
        lines = []
        if self.corrected:
            typed = {"typed": inner(self.cleaned_data["q"]), "other": inner(text)}
            lines.append(_("Inga möten på ”%(typed)s”. Visar ”%(other)s”.") % typed)
        lines += [_("Visar bara möten där ”%s” står ordagrant.") % phrase for phrase in found.phrases]
        return [*lines, *(_("Visar inte möten med ”%s”.") % typed for typed in found.without)]

    @property
    def labels(self):
        """The choice in words: ['Förskolenätverket', 'Digitalt']."""
        words = {"form": lambda value: str(Format(value).label), "q": lambda value: f"”{inner(value)}”"}
        return [words.get(name, str)(value) for name, value in self.chosen.items()]

    @property
    def name(self):
        """The labels as part of a calendar's name. Without commas, because some programs show their escapes."""
        return " · ".join(self.labels)

    @property
    def query(self):
        """The valid filters as a query string to carry from view to view; "" if nothing is chosen."""
        return urlencode({name: self.data[name] for name in self.fields if name in self.chosen})
