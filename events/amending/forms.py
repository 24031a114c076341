"""The forms for changing a meeting. Each gives the row's new values."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminTimeInput

from ..days.periods import FIRST_YEAR, LAST_YEAR
from ..models.choices import LONGEST_LINK, Format, Status, Timing
from ..paste.clock import TIME_FORMATS, add_clock_errors, day_of_midnight
from ..series.usual import own_times, own_value
from .applying import version


class ReasonForm(forms.Form):
    """``row`` is the published meeting. ``seen`` identifies the state of it that the form was made from, and ``noted``
    holds the remarks on the change that the editor has read."""

    side_by_side: tuple[str, ...] = ()
    reason = forms.CharField(
        label=_("Anledning"),
        max_length=300,
        widget=forms.TextInput,
        help_text=_("Visas för alla på sidan, i kalendrar och i loggen. Nämn inga personer och ingens sjukdom."),
        error_messages={"required": _("Skriv varför, så att de som ska komma förstår.")},
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    noted = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, **kwargs)
        self.row = row
        self.fields["seen"].initial = version(row)
        self.order_fields([name for name in self.fields if name != "reason"])

    def see_again(self):
        """Let the editor send what was typed again, now that the form has shown the meeting's current state."""
        self._keep("seen", version(self.row))

    def note(self, remarks):
        """Whether the editor has read ``remarks`` (texts). If not, the same form sent again says that she has."""
        words = " ".join(remarks)
        if self.cleaned_data["noted"] == words:
            return True
        self._keep("noted", words)
        return False

    def _keep(self, name, value):
        self.data = self.data.copy()
        self.data[self.add_prefix(name)] = value

    @property
    def values(self):
        """The row's new values. The form must be valid."""
        return {"reason": self.cleaned_data["reason"]}


class CancelForm(ReasonForm):
    @property
    def values(self):
        return super().values | {"status": Status.CANCELLED}


class ConfirmForm(ReasonForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = False
        self.fields["reason"].label = _("Vad läsaren behöver veta")

    @property
    def values(self):
        return super().values | {"status": Status.CONFIRMED}


class MoveForm(ReasonForm):
    side_by_side = ("start_date", "end_date", "start_time", "end_time")
    start_date = forms.DateField(label=_("Nytt datum"), widget=AdminDateInput)
    end_date = forms.DateField(label=_("Till och med"), widget=AdminDateInput, required=False)
    start_time = forms.TimeField(label=_("Börjar"), widget=AdminTimeInput, required=False, input_formats=TIME_FORMATS)
    end_time = forms.TimeField(label=_("Slutar"), widget=AdminTimeInput, required=False, input_formats=TIME_FORMATS)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        start, end = self.row.clock
        now = {"start_date": self.row.start_date, "start_time": start, "end_time": end, "end_date": self.row.end_date}
        for name, value in now.items():
            self.fields[name].initial = value
        if self.row.end_date is None:
            del self.fields["end_date"]

    def clean_start_date(self):
        day = self.cleaned_data["start_date"]
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise forms.ValidationError(_("Kontrollera året. Kalendern har år 2000 till 2099."))
        # A move reaches all calendars at once, so a slip to last year is an error and not only a warning.
        if day < timezone.localdate() <= self.row.start_date:
            raise forms.ValidationError(_("Den dagen har redan varit. Kontrollera året."))
        return day

    def clean(self):
        data = super().clean()
        day, start, end = (data.get(name) for name in ("start_date", "start_time", "end_time"))
        data["end_date"] = day_of_midnight(self, data.get("end_date"))
        add_clock_errors(self, (start, end), day, data["end_date"])
        if day and data.get("end_date") and data["end_date"] < day:
            self.add_error("end_date", _("Mötet slutar före det börjar. Kontrollera datumen."))
        if not self.errors and self._as_before(data):
            self.add_error("start_date", _("Mötet är redan då. Välj ett annat datum eller en annan tid."))
        return data

    def _as_before(self, data):
        now = self.row.start_date, self.row.end_date, *self.row.clock
        return now == (data["start_date"], data.get("end_date"), data["start_time"], data["end_time"])

    @property
    def values(self):
        data = self.cleaned_data
        first_day = self.row.moved_from or self.row.start_date
        return (
            super().values
            | self._clock()
            | {
                "start_date": data["start_date"],
                "end_date": data.get("end_date"),
                "moved_from": None if first_day == data["start_date"] else first_day,
            }
        )

    def _clock(self):
        """The row's own times. Empty if they are the event's usual ones, so that the row follows those from now on."""
        typed = self.cleaned_data["start_time"], self.cleaned_data["end_time"]
        if typed == self.row.clock:
            return {}
        if typed == (None, None):
            return {"start_time": None, "end_time": None, "timing": Timing.TO_BE_ANNOUNCED}
        start, end = own_times(self.row.page, typed)
        return {"start_time": start, "end_time": end, "timing": Timing.CLOCK}


class PlaceForm(ReasonForm):
    place = forms.CharField(label=_("Ny plats"), max_length=200, required=False)
    format = forms.ChoiceField(label=_("Mötesform"), choices=Format)
    online_link = forms.URLField(
        label=_("Öppen möteslänk"),
        required=False,
        max_length=LONGEST_LINK,
        assume_scheme="https",
        help_text=_("Visas för alla. Skriv inte in en länk som bara är för deltagarna."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, value in self._now().items():
            self.fields[name].initial = value

    def _now(self):
        row = self.row
        return {"place": row.actual_place, "format": row.actual_format, "online_link": row.actual_online_link}

    def clean(self):
        data = super().clean()
        if not self.errors and {name: data[name] for name in self._now()} == self._now():
            self.add_error("place", _("Mötet är redan där. Skriv den nya platsen eller välj en annan mötesform."))
        if data.get("format") == Format.ON_SITE and not data.get("place") and "place" not in self.errors:
            self.add_error("place", _("Skriv var mötet hålls."))
        return data

    @property
    def values(self):
        own = {name: own_value(self.row.page, name, self.cleaned_data[name]) for name in self._now()}
        return super().values | own
