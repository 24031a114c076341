"""The demo's event pages with their meetings."""

from datetime import date
from typing import Any

from wagtail.documents.models import Document
from wagtail.models import Page

from events.days.date_format import format_date
from events.models import EventCategory, EventOwner, EventPage, Occurrence
from events.series.recurrence import Rule
from events.series.rule_field import recurrence_of
from networks.models import NetworkPage

from ..starting.plain_text import stream
from .content import EventPlan
from .documents import document
from .meeting_dates import apply_near, is_working_day, meetings

_FILES = ("agenda", "minutes")


def add_event(parent: Page, plan: EventPlan, today: date) -> int:
    """Create and publish the event of ``plan`` under ``parent`` unless it exists. Returns how many were created."""
    if EventPage.objects.child_of(parent).filter(slug=plan.slug).exists():
        return 0
    event = Page.objects.get(pk=parent.pk).add_child(instance=_event(parent, plan))
    owners = NetworkPage.objects.filter(slug__in=plan.also, locale=parent.locale)
    event.co_owners.add(*(EventOwner(network=owner) for owner in owners))
    if plan.rule:
        _fill_series(event, plan, parent, today)
    else:
        event.occurrences.add(*(_occurrence(parent, plan, row) for row in meetings(plan, today)))
    event.save_revision().publish()
    return 1


def _event(parent: Page, plan: EventPlan) -> EventPage:
    return EventPage(
        title=plan.title,
        slug=plan.slug,
        live=False,
        locale=parent.locale,
        introduction=plan.introduction,
        body=stream(plan.body),
        category=EventCategory.objects.get(slug=plan.category, locale=parent.locale),
        start_time=plan.start,
        end_time=plan.end,
        place=plan.place,
        format=plan.format,
        online_link=plan.online_link,
        contact_email=plan.contact_email,
    )


def _occurrence(parent: Page, plan: EventPlan, row: dict[str, Any]) -> Occurrence:
    files = {name: _file(parent, plan, name, row["start_date"]) for name in _FILES if row[name]}
    return Occurrence(locale=parent.locale, **{key: row[key] for key in row if key not in _FILES}, **files)


def _file(parent: Page, plan: EventPlan, name: str, day: date) -> Document:
    heading, points = ("Dagordning", plan.agenda) if name == "agenda" else ("Anteckningar", plan.notes)
    when = format_date(day, weekday=False)
    return document(f"{heading} {parent.title} {when}", [f"{plan.title} {format_date(day)}", *points], parent)


def _fill_series(event: EventPage, plan: EventPlan, parent: Page, today: date) -> None:
    """Fill in the rows from the rule and then, as people do, remove some dates and change others."""
    event.series_start = date(today.year - 1, 1, 1)
    weekday, position = plan.rule["weekday"], plan.rule["position"]
    rule = Rule("MONTHLY", weekdays=((weekday, position),), until=date(today.year + 1, 12, 31))
    event.recurrence = recurrence_of(rule)
    event.fill_from_rule(today)
    for row in list(event.occurrences.all()):
        if not is_working_day(row.start_date):
            event.occurrences.remove(row)
    kept = sorted(event.occurrences.all(), key=lambda row: row.start_date)
    _change_near(kept, plan, parent, today)


def _change_near(occurrences: list[Occurrence], plan: EventPlan, parent: Page, today: date) -> None:
    rows = [{"start_date": occurrence.start_date} for occurrence in occurrences]
    for occurrence, row in zip(occurrences, apply_near(rows, plan, today), strict=True):
        for name in _FILES:
            setattr(occurrence, name, _file(parent, plan, name, occurrence.start_date) if row.pop(name) else None)
        for name, value in row.items():
            setattr(occurrence, name, value)
