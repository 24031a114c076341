"""Our own feeds through ical.js: it must see the meetings that the table holds, hour by hour."""

from datetime import UTC, time, timedelta

import pytest
import time_machine
from django.urls import reverse

from events.models import Occurrence
from events.zone import STOCKHOLM
from tests.factories import make_event, make_meeting, make_network

pytestmark = pytest.mark.feeds


@pytest.fixture
def read_feed(site, client, ical_js):
    """A function that publishes a network with the given meetings and gives what ical.js reads in its feed."""

    def read(*rows, **fields):
        with time_machine.travel("2020-06-01T10:00Z", tick=False):
            network = make_network()
            make_event(network, *rows, **fields)
            return ical_js(client.get(reverse("feeds:network", args=[network.translation_key])).content)

    return read


def test_four_meetings_of_the_seed_page(read_feed):
    events = read_feed("2020-02-07", "2020-04-24", "2020-09-11", "2020-11-27")
    days = ["2020-02-07", "2020-04-24", "2020-09-11", "2020-11-27"]
    assert [(event["start"], event["end"]) for event in events] == [
        (f"{day}T08:30:00", f"{day}T11:30:00") for day in days
    ]
    assert {(event["summary"], event["status"], event["recurring"]) for event in events} == {
        ("Förskolenätverket: möte", "CONFIRMED", False)
    }


def test_three_years_with_every_sort_of_meeting_agree_with_the_table(read_feed):
    rows = [
        *("2020-03-27", "2020-03-30", "2020-10-23", "2020-10-26", "2021-03-26", "2021-03-29", "2022-10-31"),
        make_meeting("2020-10-24", timing="whole_day", end_date="2020-10-25", status="cancelled"),
        make_meeting("2021-03-27", start_time=time(12), end_time=time(13), end_date="2021-03-28", status="tentative"),
        make_meeting("2021-06-02", timing="to_be_announced", theme='Kommatecken, semikolon; "citat"\\N och 🗓️'),
    ]
    read = {event["uid"].partition("@")[0]: event for event in read_feed(*rows)}
    assert read.keys() == {str(key) for key in Occurrence.objects.values_list("translation_key", flat=True)}
    for row in Occurrence.objects.all():
        event = read[str(row.translation_key)]
        assert (event["start"], event["end"], event["utc_start"], event["all_day"]) == expected(row)
        assert (event["status"], event["sequence"]) == (row.status.upper(), 0)
        assert event["summary"].removeprefix("Inställt: ") == f"Förskolenätverket: {row.theme or 'möte'}"


def expected(row):
    """What ical.js should say of the row: ``(start, end, start in UTC, whole day)``."""
    if not row.has_clock:
        return str(row.start_date), str(row.last_day + timedelta(days=1)), None, True
    local = [moment.astimezone(STOCKHOLM).strftime("%Y-%m-%dT%H:%M:%S") for moment in (row.starts_at, row.ends_at)]
    return *local, row.starts_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), False


def test_folded_and_hostile_text_is_whole(read_feed):
    theme = "Å, ä; ö: \\ 🗓️ שלום " * 9
    (event,) = read_feed(make_meeting("2020-02-07", theme=theme, note="rad\r\nATTENDEE:mailto:x@example.org"))
    assert event["summary"] == f"Förskolenätverket: {theme.strip()}"
