"""django-recurrence's field, limited to rules that are safe to expand, with a form in Swedish.

The library's own widget is not used, because its scripts break Wagtail's admin, it stores an "until" that loses the
last day, and it accepts rules that never end. The stored text is still the library's (RFC 5545).
"""

from datetime import date, datetime, time

import recurrence
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from recurrence.exceptions import DeserializationError
from recurrence.fields import RecurrenceField

from ..days.zone import STOCKHOLM
from .recurrence import HostileRule, Rule
from .rule_widget import RuleWidget

_FREQUENCIES = dict(enumerate(recurrence.Rule.frequencies))
_READ = {"byday", "bymonthday"}


def rule_of(value: "recurrence.Recurrence | None") -> Rule | None:
    """The single rule of a stored recurrence; None if it has none. Raises HostileRule for what we do not support."""
    if value is None or not (value.rrules or value.rdates or value.exrules or value.exdates):
        return None
    if len(value.rrules) != 1 or value.rdates or value.exrules or value.exdates:
        raise HostileRule(_("En serie har en enda regel. Andra datum läggs till ett och ett."))
    stored = value.rrules[0]
    if any(getattr(stored, name) for name in recurrence.Rule.byparams if name not in _READ):
        raise HostileRule(_("Regeln har delar som webbplatsen inte kan läsa."))
    return Rule(
        frequency=_FREQUENCIES.get(stored.freq, ""),
        interval=stored.interval,
        weekdays=tuple((day.number, day.index or 0) for day in stored.byday),
        month_days=tuple(stored.bymonthday),
        until=_local_date(stored.until),
        count=stored.count,
    )


def recurrence_of(rule: Rule) -> "recurrence.Recurrence":
    """The stored form of ``rule``. "Until" is the last second of its day in Stockholm, so that the day is included."""
    until = datetime.combine(rule.until, time(23, 59, 59), STOCKHOLM) if rule.until else None
    stored = recurrence.Rule(
        list(recurrence.Rule.frequencies).index(rule.frequency),
        interval=rule.interval,
        count=rule.count,
        until=until,
        byday=[recurrence.Weekday(day, position or None) for day, position in rule.weekdays],
        bymonthday=list(rule.month_days),
    )
    return recurrence.Recurrence(rrules=[stored], include_dtstart=False)


def _local_date(moment: datetime | None) -> date | None:
    if moment is None:
        return None
    return timezone.localdate(moment, STOCKHOLM) if timezone.is_aware(moment) else moment.date()


class RuleFormField(forms.CharField):
    """Reads the widget's text and explains what is wrong with a rule that the site does not accept."""

    widget = RuleWidget

    def clean(self, value):
        try:
            cleaned = recurrence.deserialize(value, include_dtstart=False) if value else None
            rule = rule_of(cleaned)
        except HostileRule as error:
            raise forms.ValidationError(str(error)) from error
        except (DeserializationError, ValueError, TypeError, OverflowError) as error:
            raise forms.ValidationError(_("Regeln går inte att läsa.")) from error
        if rule is None and self.required:
            raise forms.ValidationError(self.error_messages["required"])
        return cleaned if rule else None

    def has_changed(self, initial, data):
        before = recurrence.serialize(initial) if initial else ""
        return before != (recurrence.serialize(recurrence.deserialize(data, False)) if _readable(data) else data or "")


def _readable(text):
    try:
        return bool(text) and recurrence.deserialize(text, False) is not None
    except (DeserializationError, ValueError, TypeError, OverflowError):
        return False


class RuleField(RecurrenceField):
    """A RecurrenceField that does not add the start date as an extra meeting. Edited through ``RuleWidget``."""

    def __init__(self, **kwargs):
        kwargs["include_dtstart"] = False
        super().__init__(**kwargs)

    def get_prep_value(self, value):
        return None if value is None else super().get_prep_value(value)

    def value_to_string(self, obj):
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": RuleFormField, "widget": RuleWidget, **kwargs})
