"""The reader itself: it must see what a calendar program would, and what would be wrong with a feed."""

import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.feeds
CALENDARS = Path(__file__).parents[1] / "calendars"


@pytest.fixture
def read(ical_js):
    return lambda name: ical_js((CALENDARS / f"{name}.ics").read_bytes())


def test_wall_clock_stays_and_utc_moves_with_summer_time(read):
    winter, summer = read("both_sides_of_summer_time")
    assert winter == {
        "uid": "winter@example.org",
        "start": "2020-02-07T08:30:00",
        "end": "2020-02-07T11:30:00",
        "tzid": "Europe/Stockholm",
        "utc_start": "2020-02-07T07:30:00Z",
        "all_day": False,
        "status": "CONFIRMED",
        "summary": "Förskolenätverket",
        "sequence": 2,
        "recurring": False,
    }
    assert (summer["start"], summer["utc_start"]) == ("2020-04-24T08:30:00", "2020-04-24T06:30:00Z")


def test_folded_and_escaped_summary_is_whole(read):
    _, summer = read("both_sides_of_summer_time")
    assert summer["summary"] == "Förskolenätverket: möte i Kungälv, Stadshuset"


def test_all_day_event_has_dates_and_an_exclusive_end(read):
    (days,) = read("all_day_has_exclusive_end")
    assert (days["start"], days["end"], days["all_day"], days["utc_start"]) == ("2020-04-23", "2020-04-25", True, None)
    assert days["status"] == "CANCELLED"


def test_zone_that_the_feed_does_not_define_gives_no_utc_time(read):
    (lost,) = read("zone_without_vtimezone")
    assert (lost["tzid"], lost["utc_start"]) == ("Europe/Stockholm", None)


def test_rule_is_told_from_a_row(read):
    (weekly,) = read("rule_instead_of_rows")
    assert weekly["recurring"] is True


def test_broken_calendar_is_refused(read):
    with pytest.raises(subprocess.CalledProcessError) as refusal:
        read("broken_line")
    assert b"ParserError" in refusal.value.stderr
