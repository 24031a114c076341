from django import forms
from django.utils.translation import gettext_lazy as _


class SearchForm(forms.Form):
    """What a visitor searches for. NUL and over-long input give a message, not an error page."""

    q = forms.CharField(label=_("Sök på webbplatsen"), required=False, max_length=200, strip=True)

    def clean_q(self):
        """Quotation marks are no words, and SQLite's search stops at one that stands alone."""
        return self.cleaned_data["q"].replace('"', " ").strip()
