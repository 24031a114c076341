"""Stores a plan. Each network's rows have their own transaction, so that one failure does not undo the others."""

from itertools import chain, count

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.models import Page

from networks.publication.whole import publication

from ..amending.versions import Outcome, change_public_and_draft
from ..models import EventPage
from ..models.choices import Status, Timing
from ..paste.preview_rows import meeting_format, usual_values
from ..series.usual import new_meeting, own_value
from .changing import FAULTS, Result, check_unlocked, copy_of, publish_or_submit, words_of
from .year import planned_key, stepped


def store(rows, user, *, public):
    """Store the ``chosen`` rows of a ``PlanTable`` on behalf of ``user``. Gives a ``Result`` for each series.

    With ``public`` they are published as preliminary where the user may publish and sent to review elsewhere. Without
    it they go into the draft. Rows that are already stored are not stored again.
    """
    groups = {}
    for row in rows:
        groups.setdefault(row.series.group, {}).setdefault(row.series.key, []).append(row)
    return [result for group in groups.values() for result in _store_group(list(group.values()), user, public)]


def _store_group(series, user, public):
    try:
        with publication():
            return [_store_series(rows, user, public) for rows in series]
    except FAULTS as fault:
        why = words_of(fault)
    return [_result(rows[0].series, failed=why) for rows in series]


def _result(series, **fields):
    return Result(title=series.title, network=series.network.title if series.network else "", **fields)


def _store_series(rows, user, public):
    series = rows[0].series
    page, is_new = _target(series, rows, user)
    check_unlocked(page, user)
    there = _there(page)
    fresh = [row for row in rows if not _is_there(row, there)]
    result = _result(series, page_id=page.pk, doubled=len(rows) - len(fresh))
    if not fresh:
        return result
    new = [_occurrence(row, page) for row in fresh]
    outcome = _add(page, new, user, public=public, is_new=is_new)
    result.added = [occurrence.when for occurrence in sorted(new, key=lambda one: one.start_date)]
    result.end_as(outcome)
    return result


def _target(series, rows, user):
    """``(page, whether it was created now)``, locked. Read again, as somebody else may have created it meanwhile."""
    if series.target:
        return EventPage.objects.select_for_update().get(pk=series.target.pk), False
    parent = series.event.get_parent() if series.event else series.network
    parent = Page.objects.select_for_update().get(pk=parent.pk)
    found = EventPage.objects.select_for_update().child_of(parent).filter(title=series.title).first()
    if found:
        return found, False
    if not parent.permissions_for_user(user).can_add_subpage():
        raise PermissionDenied(_("Du får inte lägga till möten i nätverket."))
    made = _copy(series, rows[0].form.year, user) if series.event else _make(series, parent, rows, user)
    return EventPage.objects.get(pk=made.pk), True


def _copy(series, year, user):
    """The sibling page for the new year: a copy of this year's page without dates, rule and times of publication."""
    event = series.event.specific
    attributes = {"title": series.title, "slug": _free_slug(event.get_parent(), stepped(event.slug, year))}
    empty = ["occurrences", "recurrence", "series_start", "handed_out", "go_live_at", "expire_at"]
    return event.copy(update_attrs=attributes, exclude_fields=empty, copy_revisions=False, keep_live=False, user=user)


def _free_slug(parent, wanted):
    taken = set(parent.get_children().values_list("slug", flat=True))
    candidates = chain([wanted], (f"{wanted}-{number}" for number in count(2)))
    return next(slug for slug in candidates if slug not in taken)


def _make(series, parent, rows, user):
    usual = usual_values([row.data for row in rows])
    return parent.add_child(instance=EventPage(title=series.title, live=False, owner=user, **usual))


def _there(page):
    """``(keys, {(day, start)})`` for the page's rows, published or in the draft."""
    keys, times = set(), set()
    for version in (page, page.get_latest_revision_as_object()):
        for row in version.occurrences.all():
            keys.add(row.translation_key)
            times.add((row.start_date, row.clock[0]))
    return keys, times


def _is_there(row, there):
    keys, times = there
    if row.source:
        return planned_key(row.source.translation_key, row.form.year) in keys
    return (row.day, row.data["start_time"]) in times


def _occurrence(row, page):
    data, source = row.data, row.source
    times = data["start_time"], data["end_time"]
    fields = {"page": page, "timing": _timing(source, times), "status": Status.TENTATIVE}
    if row.proposal and row.proposal.days > 1:
        fields["end_date"] = data["start_date"] + (source.final_date - source.start_date)
    if source:
        fields["translation_key"] = planned_key(source.translation_key, row.form.year)
    fields["format"] = _format(source, page, data["place"])
    occurrence = new_meeting(page, data["start_date"], times=times, place=data["place"], **fields)
    occurrence.full_clean(exclude=["page", "starts_at", "ends_at", "last_day"])
    return occurrence


def _timing(source, times):
    if times[0]:
        return Timing.CLOCK
    return source.timing if source and source.timing != Timing.CLOCK else Timing.TO_BE_ANNOUNCED


def _format(source, page, place):
    if source and place == source.actual_place:
        return own_value(page, "format", source.actual_format)
    if place == page.place or not place:
        return ""
    return own_value(page, "format", meeting_format(place))


def _add(page, new, user, *, public, is_new):
    def add(version):
        for occurrence in new:
            version.occurrences.add(copy_of(occurrence))
        return True

    if public and page.live:
        return change_public_and_draft(page, add, user)
    content = page.get_latest_revision_as_object()
    others = page.has_unpublished_changes and not is_new
    add(content)
    revision = content.save_revision(user=user, log_action=True)
    return publish_or_submit(content, revision, user) if public and is_new else Outcome(kept_draft=others)
