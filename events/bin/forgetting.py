"""Removes a person from meetings that are gone. iCalendar folds long lines, so a name may be split where it stands."""

from django.dispatch import receiver

from networks.models import BinnedRow
from networks.people.forgetting import person_forgotten
from networks.people.name_text import MARK

from ..ical.withdrawing import with_words
from ..models import CalendarObject, RemovedMeeting


@receiver(person_forgotten)
def take_from_removed(name, **kwargs):
    """Take ``name`` (a Name) out of what feeds tell of removed meetings, and of what the bin keeps for feeds."""

    def take(text):
        return with_words(text, lambda words: name.pattern.sub(MARK, words)) if text else text

    for meeting in RemovedMeeting.objects.all():
        texts = {language: take(text) for language, text in meeting.texts.items()}
        facts = meeting.facts and meeting.facts | {"words": _without(name, meeting.facts["words"])}
        if (texts, facts) != (meeting.texts, meeting.facts):
            RemovedMeeting.objects.filter(pk=meeting.pk).update(texts=texts, facts=facts)
    for row in BinnedRow.objects.filter(model=CalendarObject._meta.label_lower, is_reference=False):
        component = take(row.values["component"])
        if component != row.values["component"]:
            row.values["component"] = component
            row.save(update_fields=["values"])


def _without(name, words):
    return {language: [name.pattern.sub(MARK, text) for text in texts] for language, texts in words.items()}
