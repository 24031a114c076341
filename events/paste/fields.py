"""Dates and times as an editor types them in the preview: all that the reader of pasted lists understands."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..date_text import read_dates


def read_one(text, context=""):
    """The only meeting in ``text``, or None where there is none or more than one."""
    rows = read_dates(str(text)[:200], context=context, today=timezone.localdate())
    return rows[0] if len(rows) == 1 and rows[0].verdict != "refused" else None


class ReadDateField(forms.DateField):
    """A date as ISO 8601 or in words, "14/4" or "14 april 2027". ``context`` gives the year that is left out."""

    default_error_messages = {"invalid": _("Skriv datumet så här: 2027-04-14, 14/4 2027 eller 14 april 2027.")}
    context = ""

    def __init__(self, **kwargs):
        super().__init__(input_formats=["%Y-%m-%d"], **kwargs)

    def to_python(self, value):
        try:
            return super().to_python(value)
        except ValidationError:
            row = read_one(value, self.context)
            if row is None:
                raise
            return row.start_date


class ReadTimeField(forms.TimeField):
    """A clock time as digits or in words, "9", "09.30", "kl. 9" or "halv tio"."""

    default_error_messages = {"invalid": _("Skriv klockslaget så här: 09.30.")}

    def to_python(self, value):
        try:
            return super().to_python(value)
        except ValidationError:
            clock = str(value).strip()
            row = read_one(f"2027-01-12 {clock if clock.lower().startswith('kl') else f'klockan {clock}'}")
            if row is None or row.start_time is None or row.end_time is not None:
                raise
            return row.start_time
