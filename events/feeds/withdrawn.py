"""Tells subscribers of a coming meeting that was deleted that it is cancelled.

A calendar program that no longer finds a meeting in a feed takes it away or keeps it, without a word to the person
who was going there. So the feed has it as cancelled for as long as it would have had the meeting.
"""

from datetime import date

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from networks.models import NetworkPage

from ..ical.withdrawing import cancelled, summary_of
from ..models import CalendarObject, EventPage, RemovedMeeting
from ..models.querysets import FEED_PAST
from .last_words import last_words

_REMOVED = "removed"  # no digest is like it, so that a meeting that comes back is told with a higher SEQUENCE


def note_removed(objects, before, now):
    """Keep what ``objects`` (CalendarObjects) were before they lost their texts, and forget those that are back.

    ``before`` is ``{uid: (component, digest, state, …)}``. Raises the SEQUENCE of those that are gone.
    """
    gone, back = [], []
    for known in objects:
        component, _digest, state, *_words = before.get(known.uid, ("", "", None))
        if component and not known.component and _is_coming(state):
            gone.append((known, component, state))
        elif known.component and not component:
            back.append(known.uid)
    if back:
        RemovedMeeting.objects.filter(uid__in=back).delete()
    if gone:
        _withdraw(gone, now)


def withdraw_events(event_ids, item, now):
    """Keep the coming meetings of listed events that are about to go to the bin with ``item``."""
    stored = CalendarObject.objects.filter(event__in=event_ids).exclude(component="")
    _withdraw([(known, known.component, known.state) for known in stored if _is_coming(known.state)], now, item)


def give_back(item):
    """Let the meetings that are back from the bin be told as confirmed, with a SEQUENCE above that of the deletion."""
    removed = {row.uid: row for row in RemovedMeeting.objects.filter(item=item)}
    returned = CalendarObject.objects.filter(uid__in=removed).exclude(component="")
    for known in returned:
        CalendarObject.objects.filter(pk=known.pk).update(
            sequence=removed[known.uid].sequence, meeting_digest=_REMOVED, content_digest=""
        )
    RemovedMeeting.objects.filter(uid__in=[known.uid for known in returned]).delete()
    RemovedMeeting.objects.filter(item=item).update(item=None)


def _is_coming(state):
    return bool(state) and date.fromisoformat(state["last"]) >= timezone.localdate()


def _withdraw(gone, now, item=None):
    wanted = {known.event_id for known, _component, _state in gone}
    events = EventPage.objects.listed().filter(pk__in=wanted).select_related("category").in_bulk()
    for known, _component, _state in gone:
        known.sequence += 1
        known.last_modified = max(now, known.last_modified)
        known.meeting_digest, known.content_digest = _REMOVED, ""
    listed = [each for each in gone if each[0].event_id in events]
    words = {code: last_words([(known, state) for known, _c, state in listed], code) for code in _languages()}
    rows = []
    for known, component, state in listed:
        own = {code: words[code][known.uid] for code in words}
        rows.append(_removed(known, component, state, events[known.event_id], own, item))
    RemovedMeeting.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["uid"],
        update_fields=["item", "owners", "areas", "facts", "last_day", "sequence", "texts"],
    )


def _languages():
    return [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]


def _removed(known, component, state, event, words, item):
    networks = list(NetworkPage.objects.filter(pk__in=event.owner_ids()).select_related("area", "second_area"))
    own = next((network.translation_key for network in networks if network.pk == event.network_id), None)
    facts = {
        "category": event.category.translation_key.hex if event.category else "",
        "format": state["format"],
        "status": state["status"],
        "words": {code: said.searched for code, said in words.items()},
    }
    return RemovedMeeting(
        uid=known.uid,
        event_key=event.translation_key,
        network_key=own,
        item=item,
        owners=sorted(str(network.translation_key) for network in networks),
        areas=sorted({str(area.translation_key) for network in networks for area in network.areas}),
        facts=facts,
        last_day=date.fromisoformat(state["last"]),
        sequence=known.sequence,
        texts={code: _text(component, known, code, said.summary) for code, said in words.items()},
    )


def _text(component, known, language, summary):
    """The VEVENT in ``language``. In the source language the meeting keeps the name that it was told with."""
    with translation.override(language):
        if language == settings.LANGUAGE_CODE:
            summary = summary_of(component)
            for prefix in (_("Inställt: %s") % "", _("Preliminärt: %s") % ""):
                summary = summary.removeprefix(prefix)
        words = _("Inställt: %s") % summary, _("Mötet är borttaget ur kalendern.")
        return cancelled(component, known.sequence, known.last_modified, *words)


def withdrawn(language, today, *, fits=None, **wanted):
    """The joined VEVENTs of removed meetings that ``wanted`` fits: ``event_key``, ``uid``, or keys as ``owners`` or
    ``areas``; all of them without. ``fits`` says whether a RemovedMeeting fits a filter. ``today``: the feed's day;
    with None all that are kept."""
    rows = RemovedMeeting.objects.shown()
    for name in ("uid", "event_key"):
        if name in wanted:
            rows = rows.filter(**{name: wanted[name]})
    if today:
        rows = rows.filter(last_day__gte=today - FEED_PAST)
    lists = {name: {str(key) for key in keys} for name, keys in wanted.items() if name in ("owners", "areas")}
    fitting = [row for row in rows if all(keys & set(getattr(row, name)) for name, keys in lists.items())]
    return "".join(row.texts[language] for row in fitting if fits is None or fits(row)).encode()
