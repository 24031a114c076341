"""New meetings follow the event in what is usual, and nowhere else."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.models import EventPage
from events.series.usual import new_meeting, own_value

pytestmark = pytest.mark.django_db  # a page in memory asks for its content type
DAY = date(2027, 2, 5)
CLOCKS = st.none() | st.sampled_from([time(8, 30), time(11, 30), time(13)])
TIMES = st.tuples(CLOCKS, CLOCKS).map(lambda times: times if times[0] else (None, None))
PLACES = st.sampled_from(["", "Stadshuset, Mölndal", "Teams"])


@given(usual=TIMES, place=PLACES, times=TIMES, wanted=PLACES)
def test_a_new_meeting_is_when_and_where_it_was_said_to_be(usual, place, times, wanted):
    event = EventPage(start_time=usual[0], end_time=usual[1], place=place)
    row = new_meeting(event, DAY, times=times, place=wanted)
    row.page = event
    assert row.start_date == DAY
    assert row.actual_place == (wanted or place)
    assert row.clock[0] == (times[0] or usual[0])
    # Where nobody has said when it ends, it may end as usual: see ``actual_clock``.
    assert times[1] is None or row.clock == times


@given(usual=TIMES, times=TIMES)
def test_usual_times_are_not_written_in_the_row_so_that_it_follows_them(usual, times):
    event = EventPage(start_time=usual[0], end_time=usual[1], place="Lerum")
    row = new_meeting(event, DAY, times=times, place="Lerum")
    assert (row.start_time, row.end_time) == ((None, None) if times == usual else times)
    assert (row.place, own_value(event, "place", "Ale")) == ("", "Ale")


def test_a_new_meeting_is_confirmed_and_untouched_unless_more_is_said():
    event = EventPage(start_time=time(8, 30), place="Lerum")
    assert not new_meeting(event, DAY, recurrence_id=DAY).is_touched
    assert new_meeting(event, DAY, recurrence_id=DAY, status="tentative").is_touched
