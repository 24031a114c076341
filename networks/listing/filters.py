"""Forms for GET parameters, so that a bad value gives a message and never an error page."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Area
from ..models.choices import Kind, Status


class NetworkFilterForm(forms.Form):
    """The filters of the list of networks.

    Field names are the parameters of the address. Values are slugs in the source language, so that the same address
    works in every language.
    """

    q = forms.CharField(label=_("Sök nätverk"), required=False, max_length=100, strip=True)
    omrade = forms.ModelChoiceField(
        label=_("Område"),
        queryset=Area.objects.none(),
        to_field_name="slug",
        required=False,
        empty_label=_("Alla områden"),
    )
    typ = forms.ChoiceField(label=_("Typ"), choices=[("", _("Alla typer")), *Kind.choices], required=False)
    lage = forms.ChoiceField(
        label=_("Läge"), choices=[("", _("Pågående och vilande")), *Status.choices], required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["omrade"].queryset = Area.objects.of_source().in_language()
