"""Writes the stored text of each published row, which feeds are joined from. Rewritten only when something changed.

Every published row has a stored text. Who may see a meeting is decided in each feed's query, not here.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import partial
from urllib.parse import urljoin

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext

from networks.models import NetworkPage
from networks.publication.each_alone import each_alone
from networks.translation import lend_words, other_languages

from ..changes.log import EventLog
from ..days.date_format import known
from ..fields.declared import FILES, Log, logged
from ..ical.vcalendar import Meeting, vevent
from ..meeting_text import calendar_text
from ..models import CalendarObject, EventPage, Occurrence
from ..models.choices import Format, Status
from .owner_names import listed_titles, owner_names
from .withdrawn import note_removed

BATCH = 100
_WHAT = "The texts of an event in the feeds"
_STATUS = {Status.CONFIRMED: "CONFIRMED", Status.TENTATIVE: "TENTATIVE", Status.CANCELLED: "CANCELLED"}
_STORED = ["event", "sequence", "last_modified", "meeting_digest", "content_digest", "component", "state", "words"]


@dataclass(frozen=True)
class Refreshed:
    """What a refresh did: how many texts it wrote or emptied, and which events have meetings that changed visibly."""

    written: int = 0
    events: frozenset[int] = frozenset()

    def __or__(self, other):
        return Refreshed(self.written + other.written, self.events | other.events)


def absolute(address):
    """The address with the site's scheme and host, for other programs. An empty one stays empty."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, address) if address else ""


def refresh(events, now=None, *, rewrite=False):
    """Bring the stored texts of ``events`` (a queryset of event pages) in line with their published rows.

    Drafts are skipped, and a translation stands for its source. Each hundred events take a fixed number of queries and
    one transaction. An event that cannot be read is logged and keeps its texts. ``rewrite`` also serialises unchanged
    meetings, for when the serialisation itself has changed. Gives a ``Refreshed``.
    """
    now = (now or timezone.now()).astimezone(UTC).replace(microsecond=0)
    meant = set(events.values_list("translation_key", flat=True))
    sources = EventPage.objects.of_source().filter(live=True, translation_key__in=meant)
    keys = list(sources.order_by("pk").values_list("pk", flat=True))
    done = Refreshed()
    for start in range(0, len(keys), BATCH):
        batch = partial(_refresh_batch, now=now, rewrite=rewrite)
        for part in each_alone(batch, keys[start : start + BATCH], _WHAT)[0]:
            done |= part
    return done


@transaction.atomic
def _refresh_batch(event_ids, now, rewrite):
    objects, before, log = _compared(event_ids, now, rewrite)
    note_removed(objects, before, now)
    log.write()
    return _store(objects, before)


def differing(event_ids):
    """``{uid: event's primary key}`` of the stored texts that differ from what the published rows give today, or whose
    last change is not in the public log. Reads up to ``BATCH`` events and writes nothing."""
    return compared(event_ids)[0]


def compared(event_ids):
    """``(what differing gives, primary keys of the events that cannot be read)``"""
    live = EventPage.objects.of_source().filter(live=True, pk__in=event_ids).values_list("pk", flat=True)
    parts, unread = each_alone(_differing, live, _WHAT)
    return {uid: event for part in parts for uid, event in part.items()}, unread


def _differing(event_ids):
    objects, before, _ = _compared(event_ids, timezone.now(), rewrite=True)
    return {known.uid: known.event_id for known in _changed(objects, before)}


def _compared(event_ids, now, rewrite):
    """``(the texts as they should be, what is stored, the log's missing entries)``"""
    stored = {known.uid: known for known in CalendarObject.objects.filter(event__in=event_ids)}
    before = {uid: _stored(known) for uid, known in stored.items()}
    current, log = set(), EventLog(event_ids, now)
    with translation.override(settings.LANGUAGE_CODE):
        for row, meeting in meetings_of(event_ids):
            current.add(row.translation_key)
            new = CalendarObject(uid=row.translation_key, event_id=row.page_id)
            known = stored.setdefault(new.uid, new)
            _bring_up_to_date(known, meeting, now, rewrite)
            log.note(known, meeting_state(row), row.moved_from)
    for uid in stored.keys() - current:
        stored[uid].component = ""
        log.note_removal(stored[uid])
    for language in other_languages():
        with translation.override(language):
            for row, meeting in meetings_of(event_ids):
                _note_words(stored[row.translation_key], language, meeting, now)
    return stored.values(), before, log


def _note_words(known, language, meeting, now):
    """Note in ``known`` when the meeting last changed in a language other than the source. The time never falls, and
    rises when any word of another page changes what the meeting says."""
    digest, before = meeting.content_digest(), known.words.get(language)
    if before is None or before[0] != digest:
        earlier = datetime.fromisoformat(before[1]) if before else now
        known.words = {**known.words, language: [digest, max(now, earlier).isoformat()]}


def _stored(known):
    return known.component, known.content_digest, known.state, known.words


def _bring_up_to_date(known, meeting, now, rewrite):
    """Store the meeting's text in ``known``. Unchanged content keeps its time of change and thereby its bytes."""
    content, core = meeting.content_digest(), meeting.meeting_digest()
    if known.content_digest != content:
        known.last_modified = max(now, known.last_modified or now)
        known.sequence += bool(known.meeting_digest) and known.meeting_digest != core
        known.content_digest, known.meeting_digest = content, core
    elif known.component and not rewrite:
        return
    known.component = vevent(meeting, known.sequence, known.last_modified)


def _changed(objects, before):
    return [known for known in objects if _stored(known) != before.get(known.uid)]


def _store(objects, before):
    changed = _changed(objects, before)
    CalendarObject.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["uid"], update_fields=_STORED, batch_size=100
    )
    return Refreshed(len(changed), frozenset(known.event_id for known in changed if _reads_differently(known, before)))


def _reads_differently(known, before):
    """Whether a person would notice a change: the meeting is new, gone, back or has other content."""
    component, content, *_ = before.get(known.uid, ("", ""))
    return bool(component) != bool(known.component) or content != known.content_digest


def meetings_of(event_ids):
    """``(row, Meeting)`` for each row of these pages, in the shown language. About five queries, or ten if that is not
    the source language."""
    events = EventPage.objects.filter(pk__in=event_ids).prefetch_related("co_owners").in_language(texts=True)
    pages = {page.pk: page for page in events.select_related("network__area", "network__second_area", "category")}
    titles = listed_titles(pages.values())
    rows = list(Occurrence.objects.filter(page__in=event_ids).select_related(*FILES))
    for row in rows:
        row.page = pages[row.page_id]
    for row in lend_words(rows, texts=True):
        yield row, _meeting(row, row.page, titles)


def draft_meetings(rows, page):
    """The Meetings for ``rows`` of ``page`` in memory, as the feeds will show them once they are published."""
    listed = dict(NetworkPage.objects.listed().filter(pk__in=page.owner_ids()).values_list("pk", "title"))
    return [_meeting(row, page, listed) for row in rows]


def _meeting(row, page, titles):
    start, end = row.clock
    address, place, link = absolute(row.get_absolute_url()), _place(row, page), _online_link(row, page)
    return Meeting(
        uid=f"{row.translation_key}@{settings.CALENDAR_UID_HOST}",
        first_day=row.start_date,
        last_day=row.ends_on if end else row.final_date,
        start=start,
        end=end,
        status=_STATUS[row.status],
        summary=calendar_text.summary(
            owner_names(page, titles),
            page.title,
            row.theme,
            cancelled=row.is_cancelled,
            tentative=row.is_tentative,
            _=gettext,
        ),
        location=calendar_text.location(place, row.actual_format, gettext),
        description=_description(row, page, link, address),
        url=address,
        categories=_categories(page, page.network),
        way_in=calendar_text.way_in(place, row.actual_format, link, gettext),
        online_link=link,
        online_label=gettext("Möteslänk") if link else "",
    )


def _place(row, page):
    """The meeting's place. A meeting that is online only this once does not get the event's usual place."""
    moved_online = row.actual_format == Format.ONLINE and page.format != Format.ONLINE
    return row.place or ("" if moved_online else page.place)


def _online_link(row, page):
    """The meeting's open link. A meeting that is not online this once does not get the event's usual link."""
    return row.online_link or ("" if row.actual_format == Format.ON_SITE else page.online_link)


def _description(row, page, link, address):
    start, end = row.clock
    return calendar_text.description(
        status=_STATUS[row.status],
        moved_from=row.moved_from,
        time_to_come=row.is_to_be_announced,
        open_from=None if end else start,
        reason=row.reason,
        note=row.note,
        text=page.introduction,
        links=[
            (gettext("Möteslänk"), link),
            *_files(row),
            (gettext("Mer om mötet"), address),
        ],
        language=known(get_language()),
        _=gettext,
    )


def _files(row):
    """``(label, address)`` of the meeting's documents."""
    for name in FILES:
        if document := getattr(row, name):
            yield capfirst(row._meta.get_field(name).verbose_name), absolute(document.url)


def meeting_state(row):
    """The meeting in the form that the public log compares: see ``meeting_states``."""
    start, end = (clock and clock.isoformat("minutes") for clock in row.clock)
    return {
        "first": row.start_date.isoformat(),
        "last": row.final_date.isoformat(),
        "start": start,
        "end": end,
        "timing": row.timing,
        "status": row.status,
        "place": _place(row, row.page),
        "format": row.actual_format,
        **{name: _as_json(row, name) for name in logged(Log.OWN, Log.REASON)},
    }


def _as_json(row, name):
    value = getattr(row, row._meta.get_field(name).attname)  # a key, and not the document behind it
    return value.isoformat() if isinstance(value, date | time) else value


def _categories(page, network):
    areas = network.areas if network else []
    return tuple(str(label) for label in [*areas, page.category] if label)
