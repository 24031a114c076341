from django import forms
from django.utils.translation import gettext_lazy as _

from .name_text import LONGEST, Name
from .reporting import Choice


class PersonForm(forms.Form):
    """The name, and what an editor has chosen in a preview: see ``choice``."""

    name = forms.CharField(
        label=_("Personens namn"),
        max_length=LONGEST,
        help_text=_(
            "Förnamn och efternamn. Namnet hittas också med mellannamn, med efternamnet först, i e-postadresser och "
            "fast något står emellan. Stora och små bokstäver räknas lika."
        ),
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def clean_name(self):
        name = " ".join(self.cleaned_data["name"].split())
        if " " not in name:
            raise forms.ValidationError(
                _("Skriv både förnamn och efternamn. Ett ensamt förnamn kan vara flera personer.")
            )
        try:
            Name(name)
        except ValueError:
            raise forms.ValidationError(
                _("Skriv namnet med bokstäver, med hela förnamnet. En initial räcker inte.")
            ) from None
        return name

    def choice(self):
        """The Choice of the preview that was posted. An owner that it showed and that is not ticked is kept."""
        kept = set(self._posted("seen")) - set(self._posted("sure"))
        hers = {}
        for key in self._posted("near"):
            owner, _space, text = key.partition(" ")
            hers.setdefault(owner, set()).add(text)
        return Choice(frozenset(kept), {owner: frozenset(texts) for owner, texts in hers.items()})

    def _posted(self, field):
        return self.data.getlist(field) if hasattr(self.data, "getlist") else []
