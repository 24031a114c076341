"""The other meetings in the year that is planned, of all networks that the user may know about."""

from collections import defaultdict

from django.db.models import Q

from networks.models import NetworkRelation

from ..days.periods import year_bounds
from ..models import Occurrence
from ..models.choices import Status
from .calculations.clashes import Slot


def slots_of(plan):
    """A ``Slot`` for each meeting in the plan's year that is public or the user's own, including drafts."""
    start, end = year_bounds(plan.year)
    own = Q(page__in=[event.pk for event in plan.events], page__live=True)
    public = Occurrence.objects.public().between(start, end).values("pk")
    rows = Occurrence.objects.between(start, end).not_cancelled().filter(Q(pk__in=public) | own)
    published = rows.with_pages().prefetch_related("page__co_owners")
    return [_of_row(row) for row in published] + [
        _of_draft(row) for row in plan.drafted if row.status != Status.CANCELLED
    ]


def _of_row(row):
    start, end = row.clock
    days = (row.final_date - row.start_date).days + 1
    owners = frozenset(row.page.owner_ids())
    return Slot(
        str(row.translation_key), name_of(row.page), owners, row.start_date, days, start, end, row.actual_place
    )


def _of_draft(row):
    days = (row.last_day - row.day).days + 1
    owners = frozenset(row.event.owner_ids())
    return Slot(str(row.key), name_of(row.event), owners, row.day, days, row.start, row.end, row.place)


def name_of(event):
    return event.network.title if event.network else event.title


def related_networks():
    """``{network key: keys of the networks related to it in either direction}``, in one query."""
    found = defaultdict(set)
    for page, target in NetworkRelation.objects.values_list("page", "target"):
        found[page].add(target)
        found[target].add(page)
    return {key: frozenset(others) for key, others in found.items()}
