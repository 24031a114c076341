from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.days.zone import STOCKHOLM, day_bounds, instant, midnight

YEARS = st.dates(date(2000, 1, 1), date(2099, 12, 30))


@pytest.mark.parametrize(
    ("day", "clock", "utc"),
    [
        (date(2020, 2, 7), time(8, 30), "2020-02-07T07:30"),
        (date(2020, 4, 24), time(8, 30), "2020-04-24T06:30"),
        (date(2026, 3, 28), time(8, 30), "2026-03-28T07:30"),  # the day before summer time
        (date(2026, 3, 29), time(8, 30), "2026-03-29T06:30"),  # and its first morning
        (date(2026, 10, 24), time(8, 30), "2026-10-24T06:30"),
        (date(2026, 10, 25), time(8, 30), "2026-10-25T07:30"),
        (date(2026, 3, 29), time(2, 30), "2026-03-29T01:30"),  # does not exist: the offset before the change
        (date(2026, 10, 25), time(2, 30), "2026-10-25T00:30"),  # comes twice: the first
    ],
)
def test_an_instant_is_the_wall_clock_of_stockholm(day, clock, utc):
    assert instant(day, clock) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 11, 23), 24)]
)
def test_a_day_is_as_long_as_the_clock_says(day, hours):
    start, end = day_bounds(day, day)
    assert end - start == timedelta(hours=hours)


@given(YEARS, st.integers(0, 30))
def test_days_meet_without_gap_or_overlap(first, length):
    last = first + timedelta(days=length)
    start, end = day_bounds(first, last)
    assert start == midnight(first)
    assert end == midnight(last + timedelta(days=1))
    assert (start.astimezone(STOCKHOLM).date(), start.astimezone(STOCKHOLM).time()) == (first, time.min)


@given(YEARS, st.times(min_value=time(4), max_value=time(23, 59)))
def test_an_instant_reads_back_as_the_same_wall_clock(day, clock):
    local = instant(day, clock).astimezone(STOCKHOLM)
    assert (local.date(), local.time()) == (day, clock)
