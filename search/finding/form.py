from django import forms
from django.utils.translation import gettext_lazy as _

from ..analysis.facets import COMING
from ..analysis.wanted import LONGEST_QUERY
from ..models.choices import HitKind
from .finder import ORDERS


class SearchForm(forms.Form):
    """What a visitor searches for and how she narrows it. Field names are the address's parameters.

    NUL, over-long input and choices that do not exist give a message, not an error page.
    """

    q = forms.CharField(label=_("Sök på webbplatsen"), required=False, max_length=LONGEST_QUERY, strip=True)
    typ = forms.ChoiceField(label=_("Typ"), choices=[("", _("Alla typer")), *HitKind.choices], required=False)
    omrade = forms.SlugField(label=_("Område"), required=False)
    period = forms.RegexField(rf"^(?:{COMING}|(?:19|20)\d\d)$", label=_("Tid"), required=False)
    kommun = forms.SlugField(label=_("Kommun"), required=False)
    ordning = forms.ChoiceField(label=_("Ordning"), choices=ORDERS, required=False)

    def chosen(self, known):
        """``{facet: value}`` of the choices that exist, as ``find`` takes them. ``known``: see ``finding.known``."""
        area = known.areas.get(self.value("omrade"))
        municipality = known.municipalities.get(self.value("kommun"))
        return {
            "kind": self.value("typ"),
            "area": area[0] if area else None,
            "period": self.value("period"),
            "municipality": municipality[0] if municipality else None,
        }

    def value(self, name):
        """The cleaned value of a field, empty where it is missing or wrong."""
        return getattr(self, "cleaned_data", {}).get(name, "")

    def parameters(self, **changes):
        """The parameters of the address with ``changes``; empty ones are left out, and the page starts anew."""
        values = {name: self.value(name) for name in self.fields} | changes
        return {name: value for name, value in values.items() if value}
