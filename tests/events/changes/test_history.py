"""The admin's history of an event: which meeting was changed, and how."""

from datetime import date

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import PageLogEntry, PageViewRestriction

from events.models import EventPage
from tests.factories import local_date, make_event, make_network, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(site):
    with time_machine.travel("2026-01-10T09:00:00+01:00"):
        yield make_event(make_network(), "2026-02-06", "2026-09-11")


def change(event, day, **fields):
    page = EventPage.objects.get(pk=event.pk)
    rows = list(page.occurrences.all())
    for row in rows:
        if row.start_date == date.fromisoformat(day):
            for name, value in fields.items():
                setattr(row, name, value)
    page.occurrences = rows
    publish(page)


def messages(event):
    """The messages of the event's publications, the oldest first."""
    entries = PageLogEntry.objects.filter(page=event.pk, action="wagtail.publish").order_by("timestamp", "pk")
    return [entry.message for entry in entries]


def test_each_publication_says_which_meeting_and_what(event):
    change(event, "2026-09-11", status="cancelled", reason="Salen är upptagen")
    change(event, "2026-02-06", start_date=local_date("2026-02-13"), place="Stora salen")
    publish(EventPage.objects.get(pk=event.pk))
    new, cancelled, moved, nothing = messages(event)
    assert new == "Publicerad: 2 nya möten"
    assert cancelled == "Publicerad: 11 september: inställt"
    assert moved == (
        "Publicerad: 13 februari: flyttat från fredag 6 februari 2026 till fredag 13 februari 2026; "
        "13 februari: ny plats: Stora salen i stället för Stadshuset, Mölndal"
    )
    assert nothing == "Publicerad"


def test_many_changes_are_counted(event):
    days = [f"2026-{month:02}-20" for month in range(1, 11)]
    page = make_event(event.network, *days, title="Styrgruppen", slug="styrgruppen")
    rows = list(page.occurrences.all())
    for row in rows:
        row.status = "cancelled"
    page.occurrences = rows
    publish(page)
    assert messages(page)[-1].endswith("20 juni: inställt; och 4 till")


def test_a_closed_page_has_no_public_changes_to_tell(event):
    PageViewRestriction.objects.create(page=event.network, restriction_type="login")
    change(event, "2026-09-11", status="cancelled")
    assert messages(event)[-1] == "Publicerad"


def test_the_history_in_the_admin_shows_it(event, admin_client):
    change(event, "2026-09-11", status="cancelled")
    html = admin_client.get(reverse("wagtailadmin_pages:history", args=[event.pk])).content
    assert "11 september: inställt" in BeautifulSoup(html, "html.parser").get_text(" ", strip=True)
