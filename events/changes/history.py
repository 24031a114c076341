"""Says in the admin's history of an event which meetings a publication changed, and how, from the public log."""

from datetime import date

from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from wagtail.log_actions import LogFormatter
from wagtail.models import PageLogEntry

from ..days.date_format import format_date, known
from ..models import CalendarObject, EventPage, PublicChange
from ..models.change_kinds import ChangeKind
from .text import describe

ACTIONS = ("wagtail.publish", "wagtail.publish.scheduled")
GROUP = "public_changes"  # the key, in an entry's data, of the group that its publication wrote to the public log
SHOWN = 6


class PublicationFormatter(LogFormatter):
    """Wagtail's own ``formatter`` of a publication, followed by what the publication changed in the meetings."""

    def __init__(self, formatter):
        self._formatter = formatter
        self.label = formatter.label

    def format_message(self, log_entry):
        message = str(self._formatter.format_message(log_entry))
        lines = _lines(_changes(log_entry))
        return f"{message}: {'; '.join(lines)}" if lines else message

    def format_comment(self, log_entry):
        return self._formatter.format_comment(log_entry)


def add_meetings(actions):
    """Called by the hook ``register_log_actions``, after Wagtail's own formatters are registered."""
    for action in ACTIONS:
        actions.formatters[action] = PublicationFormatter(actions.formatters[action])


@receiver(pre_save, sender=PageLogEntry)
def name_changes(instance, raw=False, **kwargs):
    """Note in a publication's entry which group of public changes it made. The public log is written before it."""
    if raw or not instance._state.adding or instance.action not in ACTIONS:
        return
    key = EventPage.objects.filter(pk=instance.page_id).values_list("translation_key", flat=True).first()
    latest = PublicChange.objects.filter(event_key=key).values_list("group", flat=True).first() if key else None
    if latest and str(latest) != _named_before(instance.page_id):
        instance.data = instance.data | {GROUP: str(latest)}


def _named_before(page):
    entries = PageLogEntry.objects.filter(page=page, action__in=ACTIONS, data__has_key=GROUP)
    latest = entries.order_by("-timestamp", "-pk").first()
    return latest.data[GROUP] if latest else ""


def _changes(entry):
    group = entry.data.get(GROUP)
    return list(PublicChange.objects.filter(group=group).order_by("pk")) if group else []


def _lines(changes):
    new = [change for change in changes if change.kind == ChangeKind.NEW]
    other = [change for change in changes if change.kind != ChangeKind.NEW]
    days = _days(other)
    lines = [_line(days.get(change.uid), describe(change)) for change in other]
    if new:
        lines.insert(0, ngettext("ett nytt möte", "%(number)d nya möten", len(new)) % {"number": len(new)})
    hidden = len(lines) - SHOWN
    return lines if hidden <= 0 else [*lines[:SHOWN], _("och %(number)d till") % {"number": hidden}]


def _days(changes):
    """``{uid: '11 september'}`` for the meetings of ``changes``, as they are now or were last."""
    stored = CalendarObject.objects.filter(uid__in={change.uid for change in changes}).values_list("uid", "state")
    return {uid: _day(state["first"]) for uid, state in stored if state}


def _day(text):
    day = date.fromisoformat(text)
    year = day.year != timezone.localdate().year
    return format_date(day, weekday=False, year=year, language=known(get_language()))


def _line(day, words):
    return f"{day}: {words[:1].lower()}{words[1:]}" if day else words[:1].lower() + words[1:]
