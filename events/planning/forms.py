"""The forms of "Planera nästa år": what to plan, and a row of the table."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import EventPage
from ..paste.clock import TIME_FORMATS, add_clock_errors
from .plannable import editable_events, plannable_networks

MAX_ROWS = 1_000


class ChoiceOfNetworks(forms.ModelMultipleChoiceField):
    def label_from_instance(self, network):
        return network.title


class PlanForm(forms.Form):
    """Which networks, or which single event, to plan and for which year. ``today`` is a local date."""

    ar = forms.TypedChoiceField(label=_("År att planera"), coerce=int)
    natverk = ChoiceOfNetworks(
        label=_("Nätverk"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": _("Ett av nätverken finns inte, eller så får du inte lägga till möten i det."),
            "invalid_pk_value": _("Ett av nätverken finns inte, eller så får du inte lägga till möten i det."),
        },
    )
    moten = forms.ModelChoiceField(
        queryset=EventPage.objects.none(),
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": _("Mötessidan finns inte, eller så får du inte ändra den.")},
    )

    def __init__(self, *args, user, today, **kwargs):
        super().__init__(*args, **kwargs)
        years = [today.year + 1, today.year + 2, today.year]
        self.fields["ar"].choices = [
            (year, _("%(year)d, efter mönstret från %(pattern)d") % {"year": year, "pattern": year - 1})
            for year in years
        ]
        self.fields["ar"].initial = years[0]
        self.fields["natverk"].queryset = plannable_networks(user)
        self.fields["moten"].queryset = editable_events(user)

    def clean(self):
        data = super().clean()
        if not self.errors and not data.get("natverk") and not data.get("moten"):
            self.add_error("natverk", _("Välj minst ett nätverk."))
        return data


class PlannedRowForm(forms.Form):
    """A planned meeting. A row that is not ticked is never refused for its values.

    ``source`` is the key of the meeting it was proposed from, empty for a row added by hand. ``series`` is the key of
    its series.
    """

    series = forms.CharField(widget=forms.HiddenInput)
    source = forms.UUIDField(widget=forms.HiddenInput, required=False)
    include = forms.BooleanField(label=_("Ta med"), required=False)
    start_date = forms.DateField(
        label=_("Datum"),
        required=False,
        widget=forms.DateInput({"placeholder": "ÅÅÅÅ-MM-DD", "autocomplete": "off"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Skriv datumet som 2027-02-05.")},
    )
    start_time = forms.TimeField(
        label=_("Börjar"),
        required=False,
        input_formats=TIME_FORMATS,
        widget=forms.TimeInput({"placeholder": "08.30", "autocomplete": "off"}, format="%H.%M"),
        error_messages={"invalid": _("Skriv klockslaget som 08.30.")},
    )
    end_time = forms.TimeField(
        label=_("Slutar"),
        required=False,
        input_formats=TIME_FORMATS,
        widget=forms.TimeInput({"placeholder": "11.30", "autocomplete": "off"}, format="%H.%M"),
        error_messages={"invalid": _("Skriv klockslaget som 08.30.")},
    )
    place = forms.CharField(label=_("Plats"), required=False, max_length=200)

    def __init__(self, *args, year, days=1, **kwargs):
        super().__init__(*args, **kwargs)
        self.year, self.days, self.is_blank = year, days, False
        for name in ("start_date", "start_time", "end_time", "place"):
            self.fields[name].widget.attrs["aria-describedby"] = f"{self.add_prefix(name)}-fel"

    def clean(self):
        data = super().clean()
        if not data.get("include"):
            self.errors.clear()
            return data
        day, start, end = (data.get(name) for name in ("start_date", "start_time", "end_time"))
        if day is None and "start_date" not in self.errors:
            self.add_error("start_date", _("Skriv ett datum, eller ta bort krysset för raden."))
        if day and day.year != self.year:
            self.add_error("start_date", _("Datumet ska ligga i %(year)d.") % {"year": self.year})
        last = day and day + timedelta(days=self.days - 1)
        add_clock_errors(self, (start, end), day, last)
        return data
