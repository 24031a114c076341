from django import forms
from django.utils.translation import gettext_lazy as _


class PersonForm(forms.Form):
    name = forms.CharField(
        label=_("Personens namn"),
        max_length=120,
        min_length=3,
        help_text=_(
            "Förnamn och efternamn, så som det är skrivet på webbplatsen. Stora och små bokstäver räknas lika."
        ),
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"min_length": _("Skriv hela namnet, minst tre tecken.")},
    )

    def clean_name(self):
        name = " ".join(self.cleaned_data["name"].split())
        if " " not in name:
            raise forms.ValidationError(
                _("Skriv både förnamn och efternamn. Ett ensamt förnamn kan vara flera personer.")
            )
        return name
