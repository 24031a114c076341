"""Makes news entries from the public log: what one publication changed in an event or on a network's page."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from networks.models import NetworkPage
from networks.translation import address

from ..changes.folding import folded
from ..changes.text import describe, label, meeting_day, new_dates, when
from ..days.date_format import format_date, known
from ..meeting_text.calendar_text import summary
from ..models import EventPage, Occurrence
from ..models.change_kinds import ChangeKind
from .gone import gone_events

READ = 3000  # changes to read for the latest news; one series may be 400 of them


@dataclass(frozen=True)
class Entry:
    group: UUID
    changed_at: datetime
    title: str
    url: str
    lines: list[str]


def entries(changes):
    """The entries for ``changes`` (a queryset of the log), latest first. About eight queries, however many."""
    groups = _groups(changes)
    events, networks, rows = _events(groups), _networks(groups), _rows(groups)
    gone = gone_events({group[0].event_key for group in groups} - events.keys() - {None})
    for group in groups:
        first = group[0]
        if first.event_key in gone:
            yield _of_gone(group, gone[first.event_key])
            continue
        page = networks.get(first.network_key) if first.event_key is None else events.get(first.event_key)
        if page is None:  # it was hidden after the log was read
            continue
        yield _of_page(first, page) if first.event_key is None else _of_event(group, page, rows)


def _groups(changes):
    found = {}
    read = list(changes[:READ])
    for change in folded(read):
        found.setdefault(change.group, []).append(change)
    if len(read) == READ and len(found) > 1:
        found.popitem()  # the oldest entry may be incomplete
    return list(found.values())


def _of_page(change, network):
    kind = ChangeKind(change.kind)
    lines = [describe(change)]
    return Entry(change.group, change.changed_at, f"{network.title}: {kind.label.lower()}", address(network), lines)


def _of_event(group, event, rows):
    fresh = [change for change in group if change.kind == ChangeKind.NEW]
    other = [change for change in reversed(group) if change.kind != ChangeKind.NEW]
    meetings = defaultdict(list)
    for change in other:
        meetings[change.uid].append(change)
    uids = {change.uid for change in group}
    only = rows.get(group[0].uid) if len(uids) == 1 else None
    name = _name(event) if fresh or len(uids) > 1 else _name(event, other, only)
    lines = _lines_of_new(fresh) + [line for changes in meetings.values() for line in _lines(changes, rows)]
    url = only.get_absolute_url() if only else address(event)
    return Entry(group[0].group, group[0].changed_at, _title(name, fresh, other), url, lines)


def _of_gone(group, event):
    changes = list(reversed(group))
    day = meeting_day(changes[0]) if len({change.uid for change in changes}) == 1 else ""
    name = f"{event.name}, {day}" if day else event.name
    lines = [describe(change) if len(changes) == 1 else _on_its_day(change) for change in changes]
    return Entry(group[0].group, group[0].changed_at, _title(name, [], changes), event.url, lines)


def _on_its_day(change):
    words, day = describe(change), meeting_day(change)
    return words if day in words else f"{day}: {words}"


def _name(event, changes=(), row=None):
    """'Förskolenätverket', plus the meeting's day if all ``changes`` are about one meeting."""
    name = summary([event.network.title] if event.network else [], event.title, _=_)
    name = name.removesuffix(": " + _("möte"))
    day = (
        format_date(row.start_date, language=known(get_language()))
        if row
        else (meeting_day(changes[0]) if changes else "")
    )
    return f"{name}, {day}" if changes and day else name


def _title(name, fresh, other):
    if fresh:
        heading, days = new_dates(fresh)
        return f"{name}: {days[0] if len(fresh) == 1 else heading.lower()}"
    kinds = list(dict.fromkeys(label(change) for change in other))
    return f"{', '.join([kinds[0], *(kind.lower() for kind in kinds[1:])])}: {name}"


def _lines_of_new(fresh):
    if not fresh:
        return []
    heading, days = new_dates(fresh)
    return [f"{heading}:", *days]


def _lines(changes, rows):
    """A line for each of a meeting's changes, followed by the reason."""
    yield from (_line(change, rows.get(change.uid)) for change in changes)
    for reason in dict.fromkeys(change.reason for change in changes if change.reason):
        yield _("Anmärkning: %(note)s") % {"note": reason}


def _line(change, row):
    """What happened, preceded by which meeting it concerns unless the words already say so."""
    words, days = describe(change), meeting_day(change)
    if change.kind == ChangeKind.NEW_TIME:
        return f"{days}: {words}"
    return f"{when(row)}: {words}" if row and not days else words


def _events(groups):
    keys = {group[0].event_key for group in groups}
    found = (
        EventPage.objects.listed().filter(translation_key__in=keys).select_related("network", "locale").in_language()
    )
    return {event.translation_key: event for event in found.defer("body", "recurrence")}


def _networks(groups):
    keys = {group[0].network_key for group in groups if group[0].event_key is None}
    found = NetworkPage.objects.of_source().filter(translation_key__in=keys).in_language()
    return {network.translation_key: network for network in found.select_related("locale")}


def _rows(groups):
    """Public meetings by key."""
    uids = {change.uid for group in groups for change in group if change.kind != ChangeKind.NEW or len(group) == 1}
    rows = Occurrence.objects.public().filter(translation_key__in=uids).select_related("page")
    return {row.translation_key: row for row in rows}
