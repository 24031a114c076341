"""Three years of meetings of every sort, with six changes of the clock, as each reader sees them."""

from datetime import time

import pytest
import time_machine
from django.urls import reverse

from events.models import Occurrence
from tests.factories import make_event, make_meeting, make_network, publish

from .table import expected_event, in_order

pytestmark = pytest.mark.feeds

# The Sundays on which the clock changes, each with the working days around it.
SPRING = ["2024-03-31", "2025-03-30", "2026-03-29"]
AUTUMN = ["2024-10-27", "2025-10-26", "2026-10-25"]
AROUND = [
    *("2024-03-29", "2024-04-01", "2025-03-28", "2025-03-31", "2026-03-27", "2026-03-30"),
    *("2024-10-25", "2024-10-28", "2025-10-24", "2025-10-27", "2026-10-23", "2026-10-26"),
]


def rows():
    yield from (make_meeting(day) for day in AROUND)
    for day in SPRING + AUTUMN:
        yield make_meeting(day, start_time=time(1, 30), end_time=time(4), theme="Medan klockan ställs om")
        yield make_meeting(day, timing="whole_day", theme="Hela dagen")
    yield make_meeting("2024-10-26", end_date="2024-10-28", timing="whole_day", status="cancelled")
    yield make_meeting("2025-03-29", end_date="2025-03-30", start_time=time(12), end_time=time(13))
    yield make_meeting("2024-02-29", theme="Skottdag")
    yield make_meeting("2024-05-15", start_time=time(0), end_time=time(1), theme="Från midnatt")
    yield make_meeting(
        "2024-05-16", end_date="2024-05-17", start_time=time(22), end_time=time(0), theme="Till midnatt"
    )
    yield make_meeting("2024-12-31", end_date="2025-01-01", start_time=time(12), end_time=time(13), theme="Årsskifte")
    yield make_meeting("2025-12-31", end_date="2026-01-01", timing="whole_day", theme="Ännu ett årsskifte")
    yield make_meeting("2026-12-31", start_time=time(23), end_time=time(23, 59), status="tentative")
    yield make_meeting("2025-06-02", timing="to_be_announced", status="tentative", theme="Tid kommer")
    yield make_meeting("2025-09-11", status="cancelled", note="För få anmälda.")
    yield make_meeting("2025-09-18", moved_from=make_meeting("2025-09-11").start_date)
    yield make_meeting("2025-11-27", theme='Kommatecken, semikolon; kolon: "citat" \\N och 🗓️ שלום')


@pytest.fixture
def network(site):
    with time_machine.travel("2024-06-01T10:00Z", tick=False):
        yield make_network()


def feed_of(client, network):
    return client.get(reverse("feeds:network", args=[network.translation_key])).content


def test_every_meeting_is_as_the_table_says(network, client, read):
    make_event(network, *rows())
    found = read(feed_of(client, network))
    table = Occurrence.objects.select_related("page__network")
    assert in_order(found["events"]) == in_order(expected_event(row) for row in table)


def test_an_open_end(network, client, read):
    make_event(network, "2025-01-15", make_meeting("2025-03-29", end_date="2025-03-30"), end_time=None)
    one, two = sorted(read(feed_of(client, network))["events"], key=lambda event: event["start"])
    assert (one["utc_start"], one["utc_end"]) == ("2025-01-15T07:30:00Z", "2025-01-15T08:30:00Z")
    assert (two["utc_start"], two["utc_end"]) == ("2025-03-29T07:30:00Z", "2025-03-30T22:00:00Z")


def test_words_are_those_that_people_see(network, client, read):
    make_event(network, make_meeting("2025-09-11", status="cancelled"), make_meeting("2025-09-18", theme="Budget"))
    events = sorted(read(feed_of(client, network))["events"], key=lambda event: event["start"])
    assert [(event["status"], event["summary"]) for event in events] == [
        ("CANCELLED", "Inställt: Förskolenätverket: möte"),
        ("CONFIRMED", "Förskolenätverket: Budget"),
    ]


def test_a_moved_meeting_is_found_in_its_new_place_and_nowhere_else(network, client, read):
    event = make_event(network, "2025-03-28", "2025-10-24")
    before = in_order(read(feed_of(client, network))["events"])
    moved = list(event.occurrences.all())
    moved[0].start_date = moved[0].start_date.replace(day=31)  # over the change of the clock
    event.occurrences = moved
    publish(event)
    after = in_order(read(feed_of(client, network))["events"])
    assert [event["uid"] for event in after] == [event["uid"] for event in before]
    assert sorted(event["utc_start"] for event in after) == ["2025-03-31T06:30:00Z", "2025-10-24T06:30:00Z"]
