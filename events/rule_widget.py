"""The form of a recurrence rule: plain fields that work without JavaScript, in the words people use."""

from datetime import UTC, date, datetime, time

import recurrence
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from .date_format import WEEKDAYS
from .zone import STOCKHOLM

FREQUENCIES = [
    ("", _("Ingen regel, datumen skrivs ett och ett")),
    ("WEEKLY", _("Vecka")),
    ("MONTHLY", _("Månad")),
    ("YEARLY", _("År")),
    ("DAILY", _("Dag")),
]
POSITIONS = [
    ("", _("samma dag i månaden som första mötet")),
    ("1", _("den första")),
    ("2", _("den andra")),
    ("3", _("den tredje")),
    ("4", _("den fjärde")),
    ("-1", _("den sista")),
]
DAY_CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


class RuleWidget(forms.MultiWidget):
    """Frequency, interval, position in the month, weekdays, and an end; gives the text of one RRULE."""

    template_name = "events/widgets/rule.html"

    def __init__(self, attrs=None):
        super().__init__(
            {
                "interval": forms.NumberInput({"min": 1, "max": 52}),
                "frequency": forms.Select(choices=FREQUENCIES),
                "position": forms.Select(choices=POSITIONS),
                "weekdays": forms.CheckboxSelectMultiple(choices=list(zip(DAY_CODES, WEEKDAYS["sv"], strict=True))),
                "until": AdminDateInput(),
                "count": forms.NumberInput({"min": 1, "max": 400}),
            },
            attrs,
        )

    def decompress(self, value):
        """The values of the six fields for a stored recurrence (or the text of one that was refused)."""
        if isinstance(value, str):
            value = _recurrence_or_none(value)
        if not value or not value.rrules:
            return [1, "", "", [], None, None]
        rule = value.rrules[0]
        positions = {day.index for day in rule.byday if day.index}
        return [
            rule.interval,
            recurrence.Rule.frequencies[rule.freq],
            str(positions.pop()) if positions else "",
            [DAY_CODES[day.number] for day in rule.byday],
            rule.until.astimezone(STOCKHOLM).date() if rule.until else None,
            rule.count,
        ]

    def value_from_datadict(self, data, files, name):
        interval, frequency, position, weekdays, until, count = super().value_from_datadict(data, files, name)
        if not frequency:
            return ""
        parts = [f"FREQ={frequency}", f"INTERVAL={interval or 1}"]
        if weekdays and frequency in {"WEEKLY", "MONTHLY"}:
            place = position if frequency == "MONTHLY" else ""
            parts.append("BYDAY=" + ",".join(f"{place}{day}" for day in weekdays))
        if count:
            parts.append(f"COUNT={count}")
        if until:
            parts.append(f"UNTIL={_end_of_day(until)}")
        return "RRULE:" + ";".join(parts)


def _end_of_day(text):
    """The last second of a typed day in UTC, as RFC 5545 writes it; the text itself when it is no date."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return text
    return datetime.combine(day, time(23, 59, 59), STOCKHOLM).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _recurrence_or_none(text):
    try:
        return recurrence.deserialize(text, False)
    except Exception:  # noqa: BLE001 - a refused rule is shown as no rule, with the field's own message beside it
        return None
