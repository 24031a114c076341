from django import forms
from django.utils.translation import gettext_lazy as _

from events.models.choices import Format

from ..analysis.facets import CANCELLED, COMING, HELD, PAST, Span
from ..analysis.wanted import LONGEST_QUERY
from ..models.choices import HitKind
from ..models.findable import Findable
from .fields import SeveralField
from .finder import ORDERS

HELD_CHOICES = [(HELD, _("Inte inställda")), (CANCELLED, _("Inställda"))]
_LONGEST_PLACE = Findable._meta.get_field("place").max_length


class DayField(forms.DateField):
    """A day as browsers send it."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def __init__(self, **kwargs):
        message = _("Skriv dagen så här: 2026-10-09.")
        super().__init__(required=False, input_formats=["%Y-%m-%d"], error_messages={"invalid": message}, **kwargs)


class SearchForm(forms.Form):
    """What a visitor searches for and how the result is narrowed. Field names are the address's parameters.

    NUL, too long input and choices that do not exist give a message and not an error page.
    """

    q = forms.CharField(
        label=_("Sök på webbplatsen"),
        required=False,
        max_length=LONGEST_QUERY,
        strip=True,
        error_messages={"max_length": _("Skriv högst %(limit_value)d tecken. Du skrev %(show_value)d.")},
    )
    typ = SeveralField(forms.ChoiceField(choices=HitKind.choices, required=False), label=_("Typ"))
    omrade = SeveralField(forms.SlugField(required=False), label=_("Område"))
    period = SeveralField(forms.RegexField(rf"^(?:{COMING}|{PAST}|(?:19|20)\d\d)$", required=False), label=_("Tid"))
    fran = DayField(label=_("Från och med"))
    till = DayField(label=_("Till och med"))
    kommun = SeveralField(forms.SlugField(required=False), label=_("Kommun"))
    form = SeveralField(forms.ChoiceField(choices=Format.choices, required=False), label=_("Mötesform"))
    plats = SeveralField(forms.CharField(max_length=_LONGEST_PLACE, required=False), label=_("Plats"))
    lage = SeveralField(forms.ChoiceField(choices=HELD_CHOICES, required=False), label=_("Inställt"))
    natverk = SeveralField(forms.SlugField(allow_unicode=True, required=False), label=_("Nätverk"))
    ordning = forms.ChoiceField(label=_("Ordning"), choices=ORDERS, required=False)

    def __init__(self, *args, known=None, **kwargs):
        """``known`` (see ``finding.known``) tells which areas, municipalities and networks there are to choose."""
        super().__init__(*args, **kwargs)
        for name, slugs in self._named(known).items():
            self.fields[name].field = forms.ChoiceField(choices=[(slug, slug) for slug in slugs], required=False)
        for name in ("fran", "till"):
            if self.is_bound and self.has_error(name, "invalid"):
                # A browser would show nothing for what is not a day.
                self.fields[name].widget.input_type = "text"

    def clean(self):
        first, last = self.cleaned_data.get("fran"), self.cleaned_data.get("till")
        if first and last and last < first:
            self.add_error("till", _("Dagen är före den första. Byt plats på dem, eller ta bort en."))

    @staticmethod
    def _named(known):
        if known is None:
            return {}
        return {"omrade": known.areas, "kommun": known.municipalities, "natverk": known.network_slugs}

    def chosen(self, known):
        """``{facet: values}`` for ``find``, with only the choices that exist. ``known``: see ``finding.known``."""
        return {
            "kind": self.values("typ"),
            "area": _keys(known.areas, self.values("omrade")),
            "period": self.values("period"),
            "municipality": _keys(known.municipalities, self.values("kommun")),
            "form": self.values("form"),
            "place": self.values("plats"),
            "held": self.values("lage"),
            "network": _keys(known.network_slugs, self.values("natverk")),
        }

    @property
    def days(self):
        """The Span of days that the answers are narrowed to."""
        return Span(self.value("fran") or None, self.value("till") or None)

    def value(self, name):
        """The cleaned value of a field; '' if it is missing or invalid."""
        return getattr(self, "cleaned_data", {}).get(name, "")

    def values(self, name):
        """The good values of a field that can have several, also where others are bad."""
        if name in self.errors:
            field = self.fields[name]
            return field.good(field.widget.value_from_datadict(self.data, self.files, name))
        return self.value(name) or []

    def parameters(self, **changes):
        """``{parameter: value or list of them}`` of the address with ``changes``, without empty ones and without the
        page number."""
        values = {name: self._given(name) for name in self.fields} | changes
        return {name: value for name, value in values.items() if value}

    def _given(self, name):
        return self.values(name) if isinstance(self.fields[name], SeveralField) else self.value(name)


def _keys(known, slugs):
    return [known[slug][0] for slug in slugs if slug in known]
