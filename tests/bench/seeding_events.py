"""Any number of events with their meetings, as published, in a database that holds the site."""

from itertools import islice
from math import ceil

from django.core.management import call_command
from django.utils import timezone
from wagtail.documents.models import Document

from events.feeds.components import refresh
from events.models import CalendarObject, CalendarPage, EventCategory, EventOwner, EventPage, Occurrence
from networks.models import NetworkPage

from .bulk_pages import BATCH, insert_pages
from .content import CLOCKS, MEETINGS_PER_EVENT, PARAGRAPH, PLACES, meeting_days, row_fields
from .seeding_site import DOCUMENTS, NETWORKS

PATTERNS = 100
WINDOW_SHARE = 0.6  # of three years' meetings a feed holds more than this, whatever the day


def event_slug(number):
    return f"moten-{number}"


def seed_events(size, today):
    """``size`` events with their meetings in last year, this year and next year, as published.

    ``today`` is a local date. Meetings in the past have an agenda, one in three.
    """
    networks = list(NetworkPage.objects.order_by("path"))
    calendar = CalendarPage.objects.get()
    # Every fiftieth event is the whole region's; the others take the networks in turn.
    _seed([calendar if number % 50 == 49 else networks[number % NETWORKS] for number in range(size)], networks, today)


def seed_meetings(size, today):
    """Events of the network that is measured, with just ``size`` meetings that its feed holds today."""
    networks = list(NetworkPage.objects.order_by("path"))
    number = ceil(size / (MEETINGS_PER_EVENT * WINDOW_SHARE))
    _seed([networks[1]] * number, networks, today)
    held = Occurrence.objects.public().feed_window(today).order_by("pk").values_list("pk", flat=True)
    Occurrence.objects.filter(pk__in=held[size:]).delete()


def _seed(parents, networks, today):
    category = EventCategory.objects.get()
    events = [_event(number, parent, category) for number, parent in enumerate(parents)]
    insert_pages(list(zip(events, parents, strict=True)))
    EventOwner.objects.bulk_create(
        EventOwner(page=event, network=networks[(number + 1) % NETWORKS], sort_order=0)
        for number, event in enumerate(events)
        if _is_joint(number)
    )
    rows = _occurrences(events, today)
    while batch := list(islice(rows, BATCH)):
        Occurrence.objects.bulk_create(batch)
    _store_texts()
    call_command("update_index", verbosity=0)


def _is_joint(number):
    """Every tenth event is owned by the next network too."""
    return number % 10 == 0


def _event(number, parent, category):
    now = timezone.now()
    start, end = CLOCKS[number % len(CLOCKS)]
    return EventPage(
        title=f"Möten om fråga {number}",
        slug=event_slug(number),
        network=parent if isinstance(parent, NetworkPage) else None,
        introduction=PARAGRAPH,
        category=category,
        start_time=start,
        end_time=end,
        place=PLACES[number % len(PLACES)],
        first_published_at=now,
        last_published_at=now,
    )


def _occurrences(events, today):
    agendas = list(Document.objects.values_list("pk", flat=True))
    for number, event in enumerate(events):
        for place, day in enumerate(meeting_days(number, today.year - 1)):
            row = Occurrence(page=event, locale_id=event.locale_id, **row_fields(number, place, day))
            row.agenda_id = agendas[number % DOCUMENTS] if day < today and place % 3 == 0 else None
            row.compute()
            yield row


def _store_texts():
    """What the feeds read: the first hundred events' own texts, and for all others copies of these.

    To write a text takes a millisecond or two and would fill most of the run. A copy has its own UID and is as long
    and as costly to read.
    """
    first = EventPage.objects.order_by("pk").values_list("pk", flat=True)[:PATTERNS]
    refresh(EventPage.objects.filter(pk__in=list(first)))
    rows = Occurrence.objects.order_by("pk").values_list("translation_key", "page")
    written = CalendarObject.objects.in_bulk()
    patterns = [written[key] for key, _ in rows[: len(written)]]
    others = ((number, row) for number, row in enumerate(rows) if row[0] not in written)
    copies = (_copy(patterns[number % len(patterns)], *row) for number, row in others)
    while batch := list(islice(copies, BATCH)):
        CalendarObject.objects.bulk_create(batch)


def _copy(pattern, key, event_id):
    text = pattern.component.replace(str(pattern.uid), str(key))
    fields = {name: getattr(pattern, name) for name in ("last_modified", "meeting_digest", "content_digest")}
    return CalendarObject(uid=key, event_id=event_id, component=text, **fields)
