"""Hours that run past midnight, ends that a duration gives, and hours that only look like them."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.date_text import read_dates

TODAY = date(2026, 11, 28)


def _ends(text: str) -> list[tuple[str, str, str]]:
    return [(row.start, row.end, row.verdict) for row in read_dates(text, context="Möten 2027", today=TODAY)]


@pytest.mark.parametrize(
    ("text", "end", "verdict"),
    [
        ("9 februari kl 18-24", "2027-02-10T00:00", "ok"),
        ("9 februari 20.00–24.00", "2027-02-10T00:00", "ok"),
        ("9 februari kl 22–02", "2027-02-10T02:00", "warning"),
        ("Kl 18-24:\n9 februari", "2027-02-10T00:00", "ok"),
    ],
)
def test_hours_past_midnight_end_on_the_next_day(text, end, verdict):
    ((_start, read, said),) = _ends(text)
    assert (read, said) == (end, verdict)


def test_the_last_night_of_the_year():
    ((_start, end, _verdict),) = _ends("31 december kl 22.00-01.00")
    assert end == "2028-01-01T01:00"


@pytest.mark.parametrize("text", ["9 februari kl 15-13", "9 februari kl 09.00-00.00"])
def test_hours_of_the_day_that_run_backwards_are_left_out(text):
    assert _ends(text) == [("2027-02-09", "2027-02-09", "warning")]


@given(st.dates(date(2027, 1, 1), date(2027, 12, 30)), st.integers(6, 23), st.integers(1, 23), st.integers(0, 59))
def test_an_iso_duration_gives_the_end(day, hour, hours, minutes):
    start = datetime.combine(day, time(hour))
    end = start + timedelta(hours=hours, minutes=minutes)
    (row,) = read_dates(f"{start:%Y-%m-%dT%H:%M}/PT{hours}H{minutes}M", today=TODAY)
    if row.start_time and row.end_time:
        assert (row.start, row.end) == (f"{start:%Y-%m-%dT%H:%M}", f"{end:%Y-%m-%dT%H:%M}")
    else:
        assert row.verdict != "ok"


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("9 februari kl 15-17 100-årsjubileum", "17:00"),
        ("9 februari kl 15-17 500 platser", "17:00"),
    ],
)
def test_a_figure_after_the_end_does_not_take_it(text, end):
    ((_start, read, _verdict),) = _ends(text)
    assert read[11:] == end
