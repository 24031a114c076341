from django import forms
from django.utils.translation import gettext_lazy as _

from ..analysis.facets import COMING
from ..analysis.wanted import LONGEST_QUERY
from ..models.choices import HitKind
from .finder import ORDERS


class SearchForm(forms.Form):
    """What a visitor searches for and how the result is narrowed. Field names are the address's parameters.

    NUL, too long input and choices that do not exist give a message and not an error page.
    """

    q = forms.CharField(label=_("Sök på webbplatsen"), required=False, max_length=LONGEST_QUERY, strip=True)
    typ = forms.ChoiceField(label=_("Typ"), choices=[("", _("Alla typer")), *HitKind.choices], required=False)
    omrade = forms.SlugField(label=_("Område"), required=False)
    period = forms.RegexField(rf"^(?:{COMING}|(?:19|20)\d\d)$", label=_("Tid"), required=False)
    kommun = forms.SlugField(label=_("Kommun"), required=False)
    ordning = forms.ChoiceField(label=_("Ordning"), choices=ORDERS, required=False)

    def chosen(self, known):
        """``{facet: value}`` for ``find``, with only the choices that exist. ``known``: see ``finding.known``."""
        area = known.areas.get(self.value("omrade"))
        municipality = known.municipalities.get(self.value("kommun"))
        return {
            "kind": self.value("typ"),
            "area": area[0] if area else None,
            "period": self.value("period"),
            "municipality": municipality[0] if municipality else None,
        }

    def value(self, name):
        """The cleaned value of a field; '' if it is missing or invalid."""
        return getattr(self, "cleaned_data", {}).get(name, "")

    def parameters(self, **changes):
        """The address's parameters with ``changes``, without empty ones and without the page number."""
        values = {name: self.value(name) for name in self.fields} | changes
        return {name: value for name, value in values.items() if value}
