"""Removes a person from meetings that are gone. iCalendar folds long lines, so a name may be split where it stands."""

from django.dispatch import receiver

from networks.models import BinnedRow
from networks.people.forgetting import person_forgotten

from ..ical.withdrawing import with_words
from ..models import CalendarObject, RemovedMeeting


@receiver(person_forgotten)
def take_from_removed(name, kept, **kwargs):
    """Take ``name`` (a Name) out of what feeds tell of removed meetings, and of what the bin keeps for feeds.

    Meetings of the pages ``kept`` (translation keys) are about somebody with the same name.
    """

    def take(text):
        return with_words(text, name.without) if text else text

    for meeting in RemovedMeeting.objects.iterator(chunk_size=200):
        if not kept.isdisjoint({str(meeting.event_key), str(meeting.network_key)}):
            continue
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
    return {language: [name.without(text) for text in texts] for language, texts in words.items()}
