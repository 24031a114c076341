"""The forms with which an administrator empties the bin."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput


class DecisionForm(forms.Form):
    decided_by = forms.CharField(label=_("Vem har beslutat?"), max_length=200)
    why = forms.CharField(
        label=_("Varför?"),
        max_length=500,
        help_text=_("Till exempel en paragraf i dokumenthanteringsplanen. Skriv inga namn på dem det gäller."),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["decided_by"].initial = user.get_full_name() or user.get_username()


class BeforeForm(forms.Form):
    """``before`` is today at the latest, so that nothing more fits after the administrator has seen what goes."""

    before = forms.DateField(label=_("Borttaget före"), widget=AdminDateInput)

    def clean_before(self):
        day = self.cleaned_data["before"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Välj i dag eller en tidigare dag."))
        return day
