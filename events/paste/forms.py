"""The forms of the paste view: the text, its rows, and the event they go to."""

import re
from collections import Counter

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..days.date_format import format_week, format_when
from ..models.choices import Status
from ..models.querysets import LONGEST
from .clock import TIME_FORMATS, add_clock_errors, day_of_midnight
from .fields import ReadDateField, ReadTimeField, read_one

LEFT_OUT = re.compile(r"rows-[0-9]+-left_out")
START = re.compile(r"rows-[0-9]+-start_date")
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MAX_TEXT = 200_000
MAX_LINES = 2_500  # that are not blank: as many as MAX_ROWS have where each cell of a table is a line
MAX_ROWS = 500  # read of one text; each is a row of the preview with a dozen fields
MAX_OTHERS = 500  # lines without a date that the preview repeats


class PastedText(forms.CharField):
    """Has a limit of its own, in words of its own, and no ``max_length``: a browser would cut a paste off there."""

    longest = MAX_TEXT

    def validate(self, value):
        if len(value) > self.longest:
            raise ValidationError(
                _("Texten är för lång (%(length)s tecken). Klistra in högst %(limit)s tecken åt gången."),
                params={"length": len(value), "limit": self.longest},
            )
        lines = sum(1 for line in value.splitlines() if line.strip())
        if lines > MAX_LINES:
            raise ValidationError(
                _("Texten har för många rader (%(lines)s). Klistra in högst %(limit)s rader åt gången."),
                params={"lines": lines, "limit": MAX_LINES},
            )
        super().validate(value)


class TextForm(forms.Form):
    heading = forms.CharField(
        label=_("Rubrik eller inledning"),
        required=False,
        max_length=500,
        help_text=_("Om året eller tiden bara står i rubriken, till exempel ”Mötesdagar 2027, kl. 9–12”."),
    )
    text = PastedText(
        label=_("Datumen"),
        strip=False,
        widget=forms.Textarea({"rows": 10, "spellcheck": "false"}),
        help_text=_("Klistra in från mejlet, Word eller den gamla sidan. Ett datum per rad är lättast att läsa."),
        error_messages={"required": _("Klistra in minst ett datum.")},
    )

    def clean_text(self):
        text = self.cleaned_data["text"]
        if not text.strip():
            raise ValidationError(self.fields["text"].error_messages["required"], code="required")
        return text


class RowForm(forms.Form):
    """A row of the preview. A row that is not ticked is never refused for its values."""

    include = forms.BooleanField(label=_("Ta med"), required=False)
    start_date = ReadDateField(
        label=_("Datum"),
        required=False,
        widget=forms.DateInput({"placeholder": "2027-04-14 eller 14/4"}, format="%Y-%m-%d"),
    )
    end_date = ReadDateField(
        label=_("Till och med"),
        required=False,
        widget=forms.DateInput({"placeholder": "2027-04-14 eller 14/4"}, format="%Y-%m-%d"),
    )
    start_time = ReadTimeField(
        label=_("Börjar"), required=False, input_formats=TIME_FORMATS, widget=forms.TimeInput(format="%H.%M")
    )
    end_time = ReadTimeField(
        label=_("Slutar"), required=False, input_formats=TIME_FORMATS, widget=forms.TimeInput(format="%H.%M")
    )
    whole_day = forms.BooleanField(label=_("Heldag"), required=False)
    place = forms.CharField(label=_("Plats"), required=False, max_length=200)
    theme = forms.CharField(label=_("Tema"), required=False, max_length=200)
    status = forms.ChoiceField(label=_("Status"), choices=Status, required=False)
    text = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    verdict = forms.CharField(required=False, widget=forms.HiddenInput)
    message = forms.CharField(required=False, widget=forms.HiddenInput)
    left_out = forms.CharField(required=False, widget=forms.HiddenInput)
    shown = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    def __init__(self, *args, context="", **kwargs):
        super().__init__(*args, **kwargs)
        self.context = context
        for name in ("start_date", "end_date"):
            self.fields[name].context = context

    def clean(self):
        data = super().clean()
        if not data.get("include"):
            self.errors.clear()
            return data
        data["status"] = data.get("status") or Status.CONFIRMED
        self._take_typed_moment(data)
        self._check_days(data)
        self._check_times(data)
        return data

    def _take_typed_moment(self, data):
        """The times of "14 april kl. 9–12" and the last day of "14–15 april", typed where the date goes.

        They stand above what the row was shown with, but not above what the editor has typed in the fields.
        """
        typed = read_one(self.data.get(self.add_prefix("start_date"), ""), self.context)
        if typed is None:
            return
        last_day, times = _shown(data.get("shown", ""))
        own = data.get("start_time"), data.get("end_time")
        read = typed.start_time, typed.end_time
        if typed.start_time and _clocks(own) in ("", times):
            data["start_time"], data["end_time"] = read
        elif typed.start_time and own != read:
            self.add_error("start_date", _("Här står ett annat klockslag än i fälten Börjar och Slutar. Ta bort ett."))
        if typed.end_date != typed.start_date and str(data.get("end_date") or "") in ("", last_day):
            data["end_date"] = typed.end_date
        elif typed.end_date not in (typed.start_date, data.get("end_date")):
            self.add_error("start_date", _("Här står en annan sista dag än i fältet Till och med. Ta bort den ena."))
        if typed.location or typed.theme or typed.status != "planned":
            self.add_error(
                "start_date", _("Skriv bara datum och klockslag här. Plats, tema och status har egna fält.")
            )

    def _check_days(self, data):
        start, end = data.get("start_date"), data.get("end_date")
        if start is None and "start_date" not in self.errors:
            self.add_error("start_date", _("Skriv ett datum, eller ta bort krysset för raden."))
        if start and end and end < start:
            self.add_error("end_date", _("Mötet slutar före det börjar."))
        if start and end and end - start > LONGEST:
            self.add_error("end_date", _("Ett möte kan pågå högst en månad. Kontrollera året."))

    def _check_times(self, data):
        data["end_date"] = day_of_midnight(self, data.get("end_date"))
        times = data.get("start_time"), data.get("end_time")
        add_clock_errors(self, times, data.get("start_date"), data["end_date"])
        if data.get("whole_day") and times[0]:
            self.add_error("whole_day", _("Ett heldagsmöte har inget klockslag. Ta bort krysset eller tiden."))

    @property
    def understood(self):
        """The row as it was read, "fredag 5 februari 2027 kl. 08.30–11.30, v. 5"; empty when it has been corrected."""
        row = self.initial
        if self.is_bound or not row.get("start_date"):
            return ""
        when = format_when(row["start_date"], row["end_date"], row["start_time"], row["end_time"])
        words = [when, format_week(row["start_date"]), row["place"], row["theme"]]
        if row["status"] != Status.CONFIRMED:
            words.append(Status(row["status"]).label.lower())
        return ", ".join(str(word) for word in words if word)

    @property
    def shown_verdict(self):
        """The verdict that the row was last shown with. Anything unknown counts as a warning."""
        verdict = self["verdict"].value()
        return verdict if verdict in {"ok", "warning", "refused"} else "warning"


def shown_moment(row):
    """The last day and the clocks that a row of the reader is shown with, as the hidden field ``shown`` holds them."""
    last_day = row.end_date if row.end_date != row.start_date else None
    return f"{last_day or ''} {_clocks((row.start_time, row.end_time))}"


def _shown(value):
    last_day, _space, times = value.partition(" ")
    return last_day, times


def _clocks(times):
    return "-".join(format(clock, "%H.%M") for clock in times if clock)


class BaseRowFormSet(forms.BaseFormSet):
    most_rows = MAX_ROWS + 1  # the last says that there are more


RowFormSet = forms.formset_factory(RowForm, formset=BaseRowFormSet, extra=0)


def with_wanted_rows(data):
    """The posted data with a tick for each row that was left out and has been given a date: who does that wants it."""
    data = data.copy()
    for name in [name for name in data if LEFT_OUT.fullmatch(name)]:
        row = name.removesuffix("-left_out")
        left_out, typed = data[name], data.get(f"{row}-start_date", "").strip()
        if left_out and typed and typed != left_out:
            data[f"{row}-include"] = "on"
            data[name] = typed  # a tick taken away after this stays away
    return data


def year_of_rows(data):
    """The year that most of the posted rows are in, "" where none has a date: for a date typed without its year."""
    years = [value[:4] for name, value in data.items() if START.fullmatch(name) and ISO_DAY.fullmatch(value.strip())]
    return Counter(years).most_common(1)[0][0] if years else ""


class TargetForm(forms.Form):
    """On a network's page: which of its events the dates belong to, or a new event."""

    NEW = "new"
    target = forms.ChoiceField(label=_("Lägg datumen på"), widget=forms.RadioSelect)
    title = forms.CharField(label=_("Den nya sidans namn"), max_length=200, initial=_("Möten"), required=False)

    def __init__(self, *args, events, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(str(event.pk), event.title) for event in events]
        self.fields["target"].choices = [*choices, (self.NEW, _("En ny sida med möten"))]
        self.fields["target"].initial = choices[0][0] if choices else self.NEW

    def clean(self):
        data = super().clean()
        if data.get("target") == self.NEW and not data.get("title"):
            self.add_error("title", _("Skriv ett namn på den nya sidan."))
        return data
