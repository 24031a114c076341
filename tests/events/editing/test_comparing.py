"""Two versions of an event compared in the admin: a log of changes in words, and nothing technical."""

from datetime import time

import pytest
import recurrence
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents.models import Document

from events.models import EventPage
from tests.factories import local_date, make_event, make_meeting, make_network
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db


@shared_fixture()
def event(site):
    return make_event(make_network(), "2020-02-07", "2020-04-24", "2020-05-08")


def compare(client, event, change):
    """The comparison of the published version with one in which ``change`` has been made, as a page."""
    before = event.latest_revision_id
    page = EventPage.objects.get(pk=event.pk)
    change(page)
    after = page.save_revision().pk
    html = client.get(reverse("wagtailadmin_pages:revisions_compare", args=[event.pk, before, after])).content
    return BeautifulSoup(html, "html.parser")


def every_week():
    return recurrence.Recurrence(rrules=[recurrence.Rule(recurrence.WEEKLY, count=3)])


def lines(client, event, change):
    """The lines about meetings, of which ``change`` gives the new rows from the old."""

    def change_rows(page):
        page.occurrences = change(list(page.occurrences.all()))

    page = compare(client, event, change_rows)
    return [line.get_text().replace("\u00a0", " ") for line in page.select("td li")]


def test_meetings_are_told_one_by_one(admin_client, event):
    document = Document.objects.create(title="Dagordning i maj", file=ContentFile(b"x", name="dagordning.txt"))

    def change(rows):
        cancelled, moved, other = rows
        cancelled.status, cancelled.reason = "cancelled", "Salen är upptagen"
        moved.start_date, moved.start_time, moved.end_time = local_date("2020-04-30"), time(9), time(12)
        other.agenda, other.online_link = document, "https://example.org/mote"
        return [cancelled, moved, other, make_meeting("2020-06-05")]

    assert lines(admin_client, event, change) == [
        "fredag 7 februari 2020 kl. 08.30–11.30: Inställt; Anledning till ändringen: Salen är upptagen",
        "fredag 24 april 2020 kl. 08.30–11.30: Flyttat från fredag 24 april 2020 kl. 08.30–11.30 till "
        "torsdag 30 april 2020 kl. 09.00–12.00",
        "fredag 8 maj 2020 kl. 08.30–11.30: Annan möteslänk: https://example.org/mote; Dagordning: Dagordning i maj",
        "Nytt möte: fredag 5 juni 2020 kl. 08.30–11.30",
    ]


def test_a_meeting_that_is_gone_is_told_and_those_that_are_as_they_were_are_not(admin_client, event):
    assert lines(admin_client, event, lambda rows: rows[1:]) == ["Borttaget: fredag 7 februari 2020 kl. 08.30–11.30"]


def test_the_rest_is_in_words_too(admin_client, event):
    def change(page):
        page.start_time, page.series_start, page.recurrence = time(9), local_date("2020-02-07"), every_week()
        page.handed_out, page.format = ["2020-02-07"], "online"

    page = compare(admin_client, event, change)
    told = [
        [cell.get_text(" ", strip=True).rstrip(":") for cell in row.select("td")]
        for row in page.select("#main tbody tr")
    ]
    found = dict(told)
    assert "None" not in str(told)
    assert not {label for label in found if "handed" in label.lower()}
    assert found["Första dag"] == "7 februari 2020"
    assert found["Regel"].startswith("varje vecka")
    assert found["Mötesform"] == "På plats Digitalt"
