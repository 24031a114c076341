from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.days.clock import Fault, actual_clock, ends_on, faults, last_day, passes_midnight, said_last
from events.days.zone import instant

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
        assert end > start or passes_midnight(start, end)


DAY = timedelta(days=1)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 1)) | st.sampled_from([date(2027, 3, 28), date(2027, 10, 31)])


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (time(18), time(0), True),  # "18–24"
        (time(22), time(2), True),
        (time(18), time(6), True),
        (time(13), time(11), False),  # a slip
        (time(9), time(1), False),  # too long to be meant
        (time(9), time(9), False),
        (time(0), time(0), False),
        (time(9), time(11), False),  # on the same day
    ],
)
def test_a_night_is_told_from_a_slip(start, end, expected):
    assert passes_midnight(start, end) is expected


@pytest.mark.parametrize(
    ("last", "start", "end", "ends", "on_until", "said"),
    [
        (None, time(9), time(11), 0, 0, 0),
        (None, time(18), time(0), 1, 0, 0),
        (None, time(22), time(2), 1, 1, 0),
        (1, time(18), time(0), 1, 0, 0),  # the same night as a person writes it with two dates
        (1, time(12), time(13), 1, 1, 1),
        (2, time(12), time(0), 2, 1, 1),
        (2, time(12), None, 2, 2, 2),
        (2, None, None, 2, 2, 2),
        (0, time(9), time(11), 0, 0, 0),
    ],
)
def test_the_day_on_which_a_meeting_ends(last, start, end, ends, on_until, said):
    first = date(2027, 2, 9)
    last = None if last is None else first + last * DAY
    assert ends_on(first, last, start, end) == first + ends * DAY
    assert last_day(first, last, start, end) == first + on_until * DAY
    assert said_last(first, last, end) == first + said * DAY


@given(DAYS, st.none() | st.integers(0, 31), st.tuples(TIMES, TIMES))
def test_what_has_no_fault_ends_after_it_starts(first, days, clock):
    last = None if days is None else first + days * DAY
    start, end = clock
    if not list(faults(first, last, *clock)) and start and end:
        assert instant(first, start) < instant(ends_on(first, last, start, end), end)
        assert first <= said_last(first, last, end) <= last_day(first, last, start, end)


@pytest.mark.parametrize(
    ("first", "clock", "expected"),
    [
        (date(2027, 3, 28), (time(2, 30), time(3, 15)), [("start", Fault.SKIPPED)]),
        (date(2027, 3, 28), (time(1, 30), time(2)), [("end", Fault.SKIPPED)]),
        (date(2027, 3, 27), (time(22), time(2, 30)), [("end", Fault.SKIPPED)]),  # its end is on the 28th
        (date(2027, 3, 28), (time(3), time(4)), []),
        (date(2027, 10, 31), (time(2, 30), time(2, 45)), []),  # that time comes twice, and the first is meant
        (date(2027, 2, 9), (time(13), time(11)), [("end", Fault.ENDS_BEFORE)]),
        (date(2027, 2, 9), (None, time(11)), [("start", Fault.NO_START)]),
        (None, (time(13), time(11)), [("end", Fault.ENDS_BEFORE)]),
        (date(2027, 2, 9), (time.min, time.min), [("end", Fault.WHOLE_DAY)]),
        (None, (time(2, 30), None), []),
    ],
)
def test_times_that_make_no_sense(first, clock, expected):
    assert list(faults(first, None, *clock)) == expected
