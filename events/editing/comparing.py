"""Tells the differences between two versions of an event's meetings as a log of changes does, meeting by meeting."""

from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.compare import FieldComparison, register_comparison_class

from networks.editing.comparing import ValueComparison

from ..changes.meeting_states import differences
from ..changes.text import describe, when
from ..feeds.components import meeting_state
from ..fields.declared import FILES, Log, logged
from ..models.change_kinds import ChangeKind
from ..series.recurrence import HostileRule
from ..series.rule_field import RuleField, rule_of
from ..series.rule_text import describe as rule_in_words

# Told of by the names of their fields, since the public log says less of them than an editor needs.
_BY_NAME = ("online_link", *logged(Log.REASON), *FILES)
_NOT_TOLD = {ChangeKind.NOTE, *map(ChangeKind, FILES)}


class MeetingsComparison(FieldComparison):
    """One row of Wagtail's comparison: a line for each meeting that was added, changed or taken away."""

    def __init__(self, relation, obj_a, obj_b):
        self.field = relation
        self._before, self._after = _rows(relation, obj_a), _rows(relation, obj_b)

    def field_label(self):
        return capfirst(_("möten"))

    def has_changed(self):
        return bool(self.lines())

    def htmldiff(self):
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ([line] for line in self.lines())))

    def lines(self):
        """The differences in order of the meetings' days."""
        keys = sorted(self._before.keys() | self._after.keys(), key=self._day)
        return [line for key in keys for line in _lines(self._before.get(key), self._after.get(key))]

    def _day(self, key):
        row = self._before.get(key) or self._after[key]
        return row.start_date, str(key)


class RuleComparison(ValueComparison):
    def in_words(self, value):
        try:
            rule = rule_of(value)
        except HostileRule as error:
            return str(error)
        return rule_in_words(rule) if rule else ""


def connect():
    """Called once the apps are loaded."""
    register_comparison_class(RuleField, comparison_class=RuleComparison)


def _rows(relation, event):
    return {row.translation_key: row for row in getattr(event, relation.related_name).all()}


def _lines(before, after):
    if before is None:
        return [_("Nytt möte: %(when)s") % {"when": when(after)}]
    if after is None:
        return [_("Borttaget: %(when)s") % {"when": when(before)}]
    found = [describe(change) for change in _told(before, after)] + list(_by_name(before, after))
    return [_("%(when)s: %(changes)s") % {"when": when(before), "changes": "; ".join(found)}] if found else []


def _told(before, after):
    changes = differences(meeting_state(before), meeting_state(after))
    return [change for change in changes if change.kind not in _NOT_TOLD]


def _by_name(before, after):
    for name in _BY_NAME:
        old, new = (str(getattr(row, name) or "") for row in (before, after))
        if old != new:
            label = capfirst(str(before._meta.get_field(name).verbose_name))
            words = _("%(label)s: %(new)s i stället för %(old)s") if old and new else _("%(label)s: %(new)s")
            yield words % {"label": label, "old": old, "new": new or _("borttaget")}
