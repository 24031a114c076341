"""The readers themselves: each must see what a calendar program would, and what would be wrong with a feed."""

import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.feeds
CALENDARS = Path(__file__).parents[1] / "calendars"


@pytest.fixture
def events(read):
    return lambda name: read((CALENDARS / f"{name}.ics").read_bytes())["events"]


def test_wall_clock_stays_and_utc_moves_with_summer_time(events):
    winter, summer = events("both_sides_of_summer_time")
    assert winter == {
        "uid": "winter@example.org",
        "start": "2020-02-07T08:30:00",
        "end": "2020-02-07T11:30:00",
        "utc_start": "2020-02-07T07:30:00Z",
        "utc_end": "2020-02-07T10:30:00Z",
        "all_day": False,
        "status": "CONFIRMED",
        "summary": "Förskolenätverket",
        "recurring": False,
    }
    assert (summer["start"], summer["utc_start"]) == ("2020-04-24T08:30:00", "2020-04-24T06:30:00Z")


def test_folded_and_escaped_summary_is_whole(events):
    _, summer = events("both_sides_of_summer_time")
    assert summer["summary"] == "Förskolenätverket: möte i Kungälv, Stadshuset"


def test_all_day_event_has_dates_and_an_exclusive_end(events):
    (days,) = events("all_day_has_exclusive_end")
    assert (days["start"], days["end"], days["all_day"], days["utc_start"]) == ("2020-04-23", "2020-04-25", True, None)
    assert days["status"] == "CANCELLED"


def test_rule_is_told_from_a_row(events):
    assert {event["recurring"] for event in events("rule_instead_of_rows")} == {True}


def test_broken_calendar_is_refused(events):
    with pytest.raises(subprocess.CalledProcessError):
        events("broken_line")


def test_only_ical_js_knows_no_zone_but_the_feeds_own(events, reader):
    """So its times in UTC are what proves our VTIMEZONE; the others would have known Stockholm without it."""
    (lost,) = events("zone_without_vtimezone")
    assert lost["utc_start"] == (None if reader.name == "ical.js" else "2020-02-07T07:30:00Z")
