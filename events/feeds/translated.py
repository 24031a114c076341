"""A feed's meetings in another language: the same times and sequence numbers, but translated words."""

from ..ical.vcalendar import vevent
from ..models import CalendarObject
from .components import meetings_of


def translated_components(meetings):
    """The joined VEVENTs of ``meetings`` (a queryset of occurrences) in the shown language, in order of time.

    Serialised for each edition of a feed, because only those in the source language are stored.
    """
    order = list(meetings.order_by("starts_at", "translation_key").values_list("translation_key", "page"))
    stored = CalendarObject.objects.filter(uid__in=[uid for uid, _page in order]).exclude(component="")
    known = {row.uid: row for row in stored.defer("component")}
    written = {
        row.translation_key: vevent(meeting, known[row.translation_key].sequence, _changed_at(row, known))
        for row, meeting in meetings_of({page for _uid, page in order})
        if row.translation_key in known
    }
    return "".join(written[uid] for uid, _page in order if uid in written).encode()


def _changed_at(row, known):
    """When the meeting or any of its words, including its network's name, last changed."""
    words = [getattr(page, "translation", None) for page in (row.page, row.page.network)]
    moments = [known[row.translation_key].last_modified, *(page.last_published_at for page in words if page)]
    return max(filter(None, moments))
