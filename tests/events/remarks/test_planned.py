"""When two meetings overlap, and the line that tells a date."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.remarks.planned import Planned, summary

DAY, NEXT = date(2020, 2, 7), date(2020, 2, 8)


def meeting(start=None, end=None, first=DAY, last=None):
    clock = [time.fromisoformat(text) if text else None for text in (start, end)]
    return Planned(first, last or first, *clock)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (meeting("08:30", "11:30"), meeting("11:00", "12:00"), True),
        (meeting("08:30", "11:30"), meeting("11:30", "12:00"), False),
        (meeting("08:30", "11:30"), meeting("08:30", "11:30", NEXT), False),
        (meeting("08:30", "11:30"), meeting(), True),
        (meeting("08:30"), meeting("08:30"), True),
        (meeting("08:30"), meeting("08:31", "09:00"), False),
        (meeting("23:59"), meeting("23:59"), True),
        (meeting("12:00", "13:00", DAY, NEXT), meeting("08:00", "09:00", NEXT), True),
        (meeting("12:00", "13:00", DAY, NEXT), meeting("13:00", "14:00", NEXT), False),
        (meeting(None, None, DAY, NEXT), meeting("13:00", "14:00", NEXT), True),
    ],
)
def test_overlap_both_ways(one, other, overlap):
    assert (one.overlaps(other), other.overlaps(one)) == (overlap, overlap)


CLOCKS = st.none() | st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
MEETINGS = st.builds(Planned, st.just(DAY), st.sampled_from([DAY, NEXT]), CLOCKS, CLOCKS)


@given(MEETINGS, MEETINGS)
def test_overlap_has_no_direction(one, other):
    assert one.overlaps(other) == other.overlaps(one)


def test_the_line_of_a_date():
    line = "fredag 7 februari 2020 kl.\u00a008.30–11.30 · v.\u00a06 · Bekräftat"
    assert summary(meeting("08:30", "11:30"), "Bekräftat") == line
    assert summary(meeting("08:30", "11:30"), "Bekräftat", "", "Kungälv") == f"{line} · Kungälv"
