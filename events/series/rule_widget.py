"""The form for a recurrence rule: plain fields in everyday words that work without JavaScript."""

import re
from datetime import UTC, date, datetime, time

import recurrence
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from ..days.date_format import WEEKDAYS
from ..days.zone import STOCKHOLM

FREQUENCIES = [
    ("", _("Ingen regel, datumen skrivs ett och ett")),
    ("WEEKLY", _("vecka")),
    ("MONTHLY", _("månad")),
    ("YEARLY", _("år")),
    ("DAILY", _("dag")),
]
INTERVALS = [
    ("1", _("varje")),
    ("2", _("varannan (vartannat)")),
    ("3", _("var tredje")),
    ("4", _("var fjärde")),
    ("5", _("var femte")),
    ("6", _("var sjätte")),
    *((str(number), f"var {number}:e") for number in range(7, 53)),
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
_DAY = re.compile(r"([+-]?\d*)(MO|TU|WE|TH|FR|SA|SU)")


class RuleWidget(forms.MultiWidget):
    """Fields for frequency, interval, position in the month, weekdays and end. Gives the text of one RRULE.

    The stored text is sent along in a hidden field. A rule that the fields cannot show in full (the 1st and the 15th)
    is kept as it is until an editor changes a field.
    """

    template_name = "events/widgets/rule.html"

    def __init__(self, attrs=None):
        super().__init__(
            {
                "interval": forms.Select(choices=INTERVALS),
                "frequency": forms.Select(choices=FREQUENCIES),
                "position": forms.Select(choices=POSITIONS),
                "weekdays": forms.CheckboxSelectMultiple(choices=list(zip(DAY_CODES, WEEKDAYS["sv"], strict=True))),
                "until": AdminDateInput(),
                "count": forms.NumberInput({"min": 1, "max": 400}),
                "stored": forms.HiddenInput(),
            },
            attrs,
        )

    def decompress(self, value):
        """The values of the seven fields for a stored recurrence or for a refused text."""
        text = value if isinstance(value, str) else recurrence.serialize(value) if value else ""
        parts = _parts(text)
        days = _DAY.findall(parts.get("BYDAY", ""))
        return [
            parts.get("INTERVAL", "1"),
            parts.get("FREQ", ""),
            next((position for position, _ in days if position), ""),
            [day for _, day in days],
            _local_day(parts.get("UNTIL", "")),
            parts.get("COUNT", ""),
            text,
        ]

    def value_from_datadict(self, data, files, name):
        *shown, stored = super().value_from_datadict(data, files, name)
        if stored and [value or "" for value in shown] == [value or "" for value in self.decompress(stored)[:-1]]:
            return stored
        interval, frequency, position, weekdays, until, count = shown
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
    """The last second of a typed day in UTC, as RFC 5545 writes it; ``text`` unchanged if it is not a date."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return text
    return datetime.combine(day, time(23, 59, 59), STOCKHOLM).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _local_day(text):
    """The Stockholm day of an RFC 5545 UTC text, as ISO text; ``text`` unchanged if it is not such a text."""
    try:
        return datetime.strptime(text, "%Y%m%dT%H%M%S%z").astimezone(STOCKHOLM).date().isoformat()
    except (ValueError, OverflowError):
        return text


def _parts(text):
    """The parts of the first RRULE in ``text``, even of a refused rule; ``{}`` if there is none."""
    rule = re.search(r"^RRULE:(.*)$", text, re.MULTILINE)
    return dict(part.split("=", 1) for part in rule[1].split(";") if "=" in part) if rule else {}
