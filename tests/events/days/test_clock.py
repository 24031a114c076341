from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.days.clock import actual_clock

NINE, TEN, NOON, ONE = time(9), time(10), time(12), time(13)
NONE = (None, None)
TIMES = st.none() | st.times(max_value=time(23, 59))


@pytest.mark.parametrize(
    ("own", "usual", "expected"),
    [
        (NONE, NONE, NONE),
        (NONE, (NINE, NOON), (NINE, NOON)),
        ((NINE, NOON), NONE, (NINE, NOON)),
        ((TEN, None), (NINE, NOON), (TEN, NOON)),
        ((None, ONE), (NINE, NOON), (NINE, ONE)),
        ((ONE, None), (NINE, NOON), (ONE, None)),  # the usual end lies before the own start
        ((NOON, None), (NINE, NOON), (NOON, None)),  # and a meeting of no length is no meeting
        ((None, ONE), NONE, NONE),  # an end alone says nothing
        ((time(0), None), (NINE, NOON), (time(0), NOON)),  # midnight is a time, not an absence
    ],
)
def test_the_clock_of_a_meeting(own, usual, expected):
    assert actual_clock(own, usual) == expected


@given(st.tuples(TIMES, TIMES), st.tuples(TIMES, TIMES))
def test_nothing_is_invented_and_nothing_borrowed_ends_before_it_starts(own, usual):
    start, end = actual_clock(own, usual)
    assert start in {own[0], usual[0]}
    assert end in {None, own[1], usual[1]}
    if start is None:
        assert end is None
    if own[0] is not None and own[1] is None and end is not None:
        assert end > start
