"""What needs attention when, at the edges, over July and in leap years."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.attention.due import (
    CONFIRM_WITHIN,
    MINUTES_FORGOTTEN,
    MINUTES_WITHIN,
    SERIES_ENDS_WITHIN,
    confirm_until,
    counted_days,
    ends_until,
    minutes_between,
)

DAYS = st.dates(date(2001, 1, 1), date(2090, 12, 31))
NEAR = st.integers(-300, 300).map(timedelta)


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2026, 6, 29), date(2026, 7, 1), 2),
        (date(2026, 6, 30), date(2026, 8, 1), 1),
        (date(2026, 7, 1), date(2026, 8, 1), 0),
        (date(2026, 7, 31), date(2026, 8, 2), 1),
        (date(2024, 2, 28), date(2024, 3, 1), 2),  # leap day
        (date(2026, 2, 28), date(2026, 3, 1), 1),
        (date(2026, 5, 2), date(2026, 5, 1), 0),
    ],
)
def test_july_does_not_count(first, last, days):
    assert counted_days(first, last) == days


@pytest.mark.parametrize(
    ("start", "today", "needs"),
    [
        (date(2026, 11, 30), date(2026, 10, 31), True),  # thirty days
        (date(2026, 11, 30), date(2026, 10, 30), False),
        (date(2026, 11, 30), date(2026, 11, 30), True),  # today
        (date(2026, 11, 30), date(2026, 12, 1), False),  # past
        (date(2026, 8, 20), date(2026, 6, 20), True),  # eleven days of June and nineteen of August
        (date(2026, 8, 20), date(2026, 6, 19), False),
    ],
)
def test_a_preliminary_meeting_is_confirmed_a_month_ahead(start, today, needs):
    assert (today <= start <= confirm_until(today)) is needs


@pytest.mark.parametrize(
    ("held", "today", "lacks"),
    [
        (date(2026, 3, 2), date(2026, 3, 23), False),  # twenty-one days
        (date(2026, 3, 2), date(2026, 3, 24), True),
        (date(2026, 6, 25), date(2026, 8, 16), False),
        (date(2026, 6, 25), date(2026, 8, 17), True),
        (date(2026, 1, 1), date(2026, 6, 30), True),  # 180 days
        (date(2026, 1, 1), date(2026, 7, 1), False),
        (date(2026, 3, 2), date(2026, 3, 1), False),  # still to come
    ],
)
def test_minutes_are_asked_for_after_three_weeks_and_not_for_ever(held, today, lacks):
    first, last = minutes_between(today)
    assert (first <= held <= last) is lacks


@pytest.mark.parametrize(
    ("last", "today", "ends"),
    [
        (date(2026, 12, 10), date(2026, 10, 11), True),  # sixty days
        (date(2026, 12, 10), date(2026, 10, 10), False),
        (date(2026, 12, 10), date(2026, 12, 11), False),
        (date(2026, 9, 1), date(2026, 6, 2), True),  # the autumn's first meeting is the last that is planned
        (date(2026, 9, 1), date(2026, 6, 1), False),
    ],
)
def test_a_series_ends_soon(last, today, ends):
    assert (today <= last <= ends_until(today)) is ends


@given(DAYS, NEAR)
def test_each_limit_counts_the_days_outside_july(today, near):
    day = today + near
    assert (day <= confirm_until(today)) == (counted_days(today, day) <= CONFIRM_WITHIN)
    assert (day <= ends_until(today)) == (counted_days(today, day) <= SERIES_ENDS_WITHIN)
    first, last = minutes_between(today)
    assert (day <= last) == (counted_days(day, today) > MINUTES_WITHIN)
    assert (first <= day) == ((today - day).days <= MINUTES_FORGOTTEN)
