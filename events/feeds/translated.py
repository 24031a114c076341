"""A feed's meetings in another language: the same times and sequence numbers, but translated words."""

from datetime import datetime

from networks.translation import shown_language

from ..ical.vcalendar import vevent
from ..models import CalendarObject
from .components import meetings_of


def translated_components(meetings):
    """The joined VEVENTs of ``meetings`` (a queryset of occurrences) in the shown language, in order of time.

    Serialised for each edition of a feed, because only those in the source language are stored.
    """
    order = list(meetings.order_by("starts_at", "translation_key").values_list("translation_key", "page"))
    objects = CalendarObject.objects.filter(uid__in=[uid for uid, _page in order]).exclude(component="")
    known = {row.uid: row for row in objects.defer("component")}
    written = {
        row.translation_key: vevent(meeting, stored.sequence, _changed_at(stored))
        for row, meeting in meetings_of({page for _uid, page in order})
        if (stored := known.get(row.translation_key))
    }
    return "".join(written[uid] for uid, _page in order if uid in written).encode()


def _changed_at(known):
    """When the meeting or any of its words, in this language too, last changed. Never falls: see ``refresh``."""
    _digest, moment = known.words.get(shown_language(), ("", ""))
    return max(known.last_modified, datetime.fromisoformat(moment)) if moment else known.last_modified
