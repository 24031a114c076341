from django import forms


class ExampleForm(forms.Form):
    """A valid field, an invalid one and a choice."""

    text = forms.CharField(label="Sök på namn")
    day = forms.DateField(label="Från och med", error_messages={"invalid": "Skriv datumet så här: 2026-11-27."})
    choice = forms.ChoiceField(label="Område", choices=[("", "Alla områden"), ("1", "Utbildning")], required=False)
