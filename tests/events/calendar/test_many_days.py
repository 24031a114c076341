"""Meetings over midnight and of several days: each of their days in a calendar says the right time."""

from datetime import time

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from events.models import EventPage
from tests.events.editing.form_editor import add, rows_of
from tests.factories import make_event, make_meeting, make_network

pytestmark = pytest.mark.django_db

NIGHT = {"start_time": time(22), "end_time": time(2)}
EVENING = {"start_time": time(18), "end_time": time(0)}
LUNCH_TO_LUNCH = {"start_time": time(12), "end_time": time(13)}


def cells(html):
    """``{day of the month: times shown in its cell}`` of the public month."""
    page = BeautifulSoup(html, "html.parser")
    found = {cell["id"]: [each.get_text() for each in cell.select(".slot__time")] for cell in page.select("td[id]")}
    return {int(key.removeprefix("dag-")): times for key, times in found.items() if times}


@pytest.mark.parametrize(
    ("month", "expected"),
    [
        ("2026/12", {9: ["18.00"], 22: ["12.00"], 23: ["pågår"], 24: ["till 13.00"], 31: ["22.00"]}),
        ("2027/01", {1: ["till 02.00"]}),
    ],
)
def test_each_day_of_a_month_says_its_own_time(site, client, month, expected):
    make_event(
        make_network(),
        make_meeting("2026-12-09", **EVENING),
        make_meeting("2026-12-22", end_date="2026-12-24", **LUNCH_TO_LUNCH),
        make_meeting("2026-12-31", **NIGHT),
    )
    assert cells(client.get(f"{site.calendar.url}{month}/").content) == expected


def test_the_editors_month_says_the_same(site, editor_client):
    make_event(make_network(), make_meeting("2026-12-31", **NIGHT))
    page = editor_client.get(f"{reverse('meeting_month')}?manad=2027-01").content.decode()
    assert "till 02.00" in page


def test_an_evening_typed_as_24_is_that_evening_everywhere(site, editor_client, client):
    add(editor_client, make_network()).add("2026-12-09", start_time="18", end_time="24.00").publish()
    (row,) = rows_of(EventPage.objects.get())
    assert (row.start_date, row.end_date, row.start_time, row.end_time) == (row.last_day, None, time(18), time(0))
    assert "kl.\u00a018.00–24.00" in client.get(row.get_absolute_url()).content.decode()
    feed = client.get(reverse("feeds:region")).content.decode()
    assert "DTEND;TZID=Europe/Stockholm:20261210T000000" in feed


def test_a_long_link_to_a_meeting_is_taken(site, editor_client):
    link = f"https://teams.example.org/{'a' * 1900}"
    add(editor_client, make_network()).add("2026-12-09", format="online", online_link=link).publish()
    assert rows_of(EventPage.objects.get())[0].online_link == link
