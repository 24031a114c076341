"""Lists coming preliminary meetings, published or in drafts, and confirms many of them at once."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from networks.publication.whole import publication

from ..amending.versions import Outcome, change_public_and_draft
from ..days.date_format import format_week, format_when
from ..models import EventPage, Occurrence
from ..models.choices import Status
from .changing import FAULTS, Result, check_unlocked, copy_of, publish_or_submit, words_of
from .drafts import drafted_rows
from .plannable import editable_events


@dataclass(frozen=True)
class Preliminary:
    """A preliminary meeting. ``value`` identifies it in the form."""

    event: EventPage
    key: UUID
    day: date
    when: str
    place: str
    is_drafted: bool = False

    @property
    def value(self):
        return f"{self.event.pk}:{self.key}"

    @property
    def week(self):
        return format_week(self.day)

    @property
    def owner(self):
        return self.event.network.title if self.event.network else self.event.title


def preliminary(user, today):
    """``[(network or event title, key of the group, its preliminary meetings)]`` that ``user`` may confirm.

    Meetings from ``today`` on, by title and date. A fixed number of queries.
    """
    events = list(editable_events(user).select_related("network"))
    by_key = {event.pk: event for event in events}
    rows = Occurrence.objects.upcoming(today).filter(page__in=by_key, page__live=True, status=Status.TENTATIVE)
    found = [_of_row(row, by_key[row.page_id]) for row in rows]
    drafted = [row for row in drafted_rows(events) if row.status == Status.TENTATIVE and row.last_day >= today]
    found += [_of_draft(row) for row in drafted]
    found.sort(key=lambda one: (one.owner, _group(one), one.day, one.when))
    return [(key[0], key[1], list(group)) for key, group in groupby(found, lambda one: (one.owner, _group(one)))]


def _group(one):
    return f"n{one.event.network_id}" if one.event.network_id else f"e{one.event.pk}"


def _of_row(row, event):
    row.page = event
    return Preliminary(event, row.translation_key, row.start_date, row.when, row.actual_place)


def _of_draft(row):
    when = format_when(row.day, row.last_day, row.start, row.end)
    return Preliminary(row.event, row.key, row.day, when, row.place, is_drafted=True)


def confirm(chosen, user):
    """Confirm and publish the ``chosen`` meetings on behalf of ``user``. Gives a ``Result`` for each event.

    Each event has a transaction of its own. A draft keeps its other changes, and its meetings are confirmed too.
    """
    events = {}
    for one in chosen:
        events.setdefault(one.event, []).append(one.key)
    return [_confirm_safely(event, keys, user) for event, keys in events.items()]


def _confirm_safely(event, keys, user):
    result = Result(title=event.title, network=event.network.title if event.network else "", page_id=event.pk)
    try:
        with publication():
            page = EventPage.objects.select_for_update().get(pk=event.pk)
            check_unlocked(page, user)
            outcome, result.added = _confirm(page, set(keys), user)
    except FAULTS as fault:
        result.failed = words_of(fault)
        return result
    result.end_as(outcome)
    result.doubled = len(keys) - len(result.added)
    return result


def _confirm(page, keys, user):
    """``(outcome, the confirmed meetings in words)``"""
    draft = page.get_latest_revision_as_object()
    rows = {row.translation_key: row for version in (draft, page) for row in version.occurrences.all()}
    wanted = {key: rows[key] for key in keys & rows.keys() if rows[key].status == Status.TENTATIVE}
    if not wanted:
        return Outcome(), []
    words = [row.when for row in sorted(wanted.values(), key=lambda row: row.start_date)]
    published = {row.translation_key for row in page.occurrences.all()} if page.live else set()

    def change(version):
        return _make_confirmed(version, wanted, only_in_draft=wanted.keys() - published)

    if page.live:
        return change_public_and_draft(page, change, user), words
    change(draft)
    revision = draft.save_revision(user=user, log_action=True)
    return publish_or_submit(draft, revision, user), words


def _make_confirmed(version, wanted, only_in_draft):
    """Confirm ``wanted`` rows of ``version`` in memory, adding those only the draft has. False if any is missing."""
    own = {row.translation_key: row for row in version.occurrences.all()}
    for key in wanted.keys() & own.keys():
        own[key].status = Status.CONFIRMED
        version.occurrences.add(own[key])
    for key in only_in_draft - own.keys():
        version.occurrences.add(copy_of(wanted[key], status=Status.CONFIRMED))
    return wanted.keys() <= own.keys() | only_in_draft
