from django import forms
from django.utils.translation import gettext_lazy as _


class SearchForm(forms.Form):
    """A search among the user's own networks or meetings."""

    q = forms.CharField(
        label=_("Sök"),
        required=False,
        max_length=100,
        widget=forms.TextInput({"type": "search", "data-filter-input": "", "autocomplete": "off"}),
        error_messages={"max_length": _("Sök med färre ord: högst %(limit_value)s tecken. Du skrev %(show_value)s.")},
    )
