"""Reads the pattern year's meetings, series by series, and decides which page gets next year's.

Next year's meetings go to the page with this year's, so that its address, feed, joint owners and usual time and place
live on and subscribers get the new dates automatically. Only a page that is named after its year ("Möten 2026") gets a
sibling for the next ("Möten 2027").
"""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from ..models import EventPage, Occurrence
from .calculations.pattern import Held, is_monthly
from .drafts import drafted_rows
from .plannable import editable_events


def planned_key(source, year):
    """The key of next year's meeting, derived from its source's, so that no meeting is planned twice."""
    return uuid5(source, str(year))


def stepped(title, year):
    """``title`` with last year's number changed to ``year``: "Möten 2026" gives "Möten 2027". Other titles stay."""
    return title.replace(str(year - 1), str(year))


@dataclass
class Series:
    """``held`` are the pattern's meetings. ``target`` is the page for the new ones, None if it has to be created."""

    key: str
    network: object  # NetworkPage, None for an event of the whole region
    event: EventPage | None
    target: EventPage | None
    title: str
    held: list[Occurrence] = field(default_factory=list)
    planned: dict[UUID, str] = field(default_factory=dict)  # key of a row of the target in the new year -> ISO day
    networks: frozenset[int] = frozenset()

    @property
    def usual(self):
        """The page whose usual time and place the new meetings follow, if there is one."""
        return self.target or self.event

    @property
    def group(self):
        """The key of what is saved or fails together: a network, or an event without one."""
        return self.network.pk if self.network else f"e{self.event.pk}"

    @property
    def owner_title(self):
        return self.network.title if self.network else self.title

    @property
    def is_monthly(self):
        return is_monthly(self.pattern())

    def pattern(self):
        return [
            Held(planned_day(row), (row.final_date - row.start_date).days + 1, row.is_cancelled) for row in self.held
        ]


def planned_day(row):
    """The date that the row had before it was moved, if that is in the same year; else its date."""
    planned = row.recurrence_id or row.moved_from or row.start_date
    return planned if planned.year == row.start_date.year else row.start_date


class YearPlan:
    """The series of ``networks``, or the series of ``event``, for ``year``. A fixed number of queries."""

    def __init__(self, user, year, networks=(), event=None):
        self.user, self.year, self.networks, self.event = user, year, list(networks), event

    @property
    def pattern_year(self):
        return self.year - 1

    @cached_property
    def events(self):
        """Every event that the user may change, with its owners. Its planned meetings count in clashes and load."""
        return list(editable_events(self.user).select_related("network").prefetch_related("co_owners"))

    @cached_property
    def drafted(self):
        return [row for row in drafted_rows(self.events) if row.day.year == self.year]

    @cached_property
    def series(self):
        if self.event:
            own = next((event for event in self.events if event.pk == self.event.pk), None)
            series = [self._of_event(own, [own])] if own else []
        else:
            series = [found for network in self.networks for found in self._of_network(network)]
        planned = self._planned({found.target.pk for found in series if found.target})
        for found in series:
            found.planned = planned[found.target.pk] if found.target else {}
        return series

    def _of_network(self, network):
        events = [event for event in self.events if event.network_id == network.pk]
        series = [self._of_event(event, events) for event in events if self._held[event.pk]]
        return series or [self._without_pattern(network, events)]

    def _of_event(self, event, siblings):
        title = stepped(event.title, self.year)
        target = next((sibling for sibling in siblings if sibling.title == title), None)
        owners = frozenset(event.owner_ids())
        return Series(f"e{event.pk}", event.network, event, target, title, self._held[event.pk], networks=owners)

    def _without_pattern(self, network, events):
        """The series of a network without meetings. They go to a page not named after a year, or a new one."""
        lasting = [event for event in events if stepped(event.title, self.year) == event.title]
        target = lasting[0] if lasting else None
        title = target.title if target else _("Möten")
        return Series(f"n{network.pk}", network, None, target, title, networks=frozenset([network.pk]))

    @cached_property
    def _held(self):
        """``{event key: rows of the year before}`` for the user's events, in order."""
        chosen = {network.pk for network in self.networks}
        events = {
            event.pk: event
            for event in self.events
            if event.network_id in chosen or (self.event and event.pk == self.event.pk)
        }
        found = defaultdict(list)
        rows = Occurrence.objects.filter(page__in=events, start_date__year=self.year - 1)
        for row in rows.order_by("starts_at", "pk"):
            row.page = events[row.page_id]
            found[row.page_id].append(row)
        return found

    def _planned(self, targets):
        found = defaultdict(dict)
        rows = Occurrence.objects.filter(page__in=targets, start_date__year=self.year)
        for page, key, day in rows.values_list("page", "translation_key", "start_date"):
            found[page][key] = day.isoformat()
        for row in self.drafted:
            found[row.event.pk].setdefault(row.key, row.day.isoformat())
        return found
