from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.days.periods import FIRST_YEAR, LAST_YEAR, Month, days_between, year_bounds

MONTHS = st.builds(Month, st.integers(FIRST_YEAR, LAST_YEAR), st.integers(1, 12))


@pytest.mark.parametrize(
    ("month", "start", "end"),
    [
        (Month(2026, 1), date(2026, 1, 1), date(2026, 2, 1)),
        (Month(2026, 12), date(2026, 12, 1), date(2027, 1, 1)),
        (Month(2024, 2), date(2024, 2, 1), date(2024, 3, 1)),
        (Month(2099, 12), date(2099, 12, 1), date(2100, 1, 1)),
    ],
)
def test_a_month_is_a_half_open_interval(month, start, end):
    assert (month.start, month.end) == (start, end)


def test_february_of_a_leap_year_has_its_last_day():
    days = [day for week in Month(2024, 2).weeks() for day in week]
    assert date(2024, 2, 29) in days


def test_january_2021_begins_in_week_53():
    first_week = next(Month(2021, 1).weeks())
    assert (first_week[0], first_week[-1]) == (date(2020, 12, 28), date(2021, 1, 3))
    assert {day.isocalendar().week for day in first_week} == {53}


def test_a_february_of_four_whole_weeks_has_no_days_of_other_months():
    assert [week[0] for week in Month(2027, 2).weeks()] == [date(2027, 2, day) for day in (1, 8, 15, 22)]


@given(MONTHS)
def test_weeks_are_whole_consecutive_and_cover_the_month(month):
    weeks = list(month.weeks())
    days = [day for week in weeks for day in week]
    assert all(week[0].weekday() == 0 and len(week) == 7 for week in weeks)
    assert all(after - before == timedelta(days=1) for before, after in pairwise(days))
    assert days[0] <= month.start < month.end <= days[-1] + timedelta(days=1)
    assert all(any(month.start <= day < month.end for day in week) for week in weeks)


@given(MONTHS, st.integers(-1200, 1200))
def test_shifting_there_and_back(month, months):
    assert month.shifted(months).shifted(-months) == month


@given(MONTHS)
def test_the_next_month_begins_where_this_one_ends(month):
    assert month.end == date(month.shifted(1).year, month.shifted(1).number, 1)
    assert Month.of(month.end - timedelta(days=1)) == month


@pytest.mark.parametrize(
    ("month", "answer"),
    [(Month(1999, 12), False), (Month(2000, 1), True), (Month(2099, 12), True), (Month(2100, 1), False)],
)
def test_the_calendar_has_an_end_both_ways(month, answer):
    assert month.in_range is answer


def test_year_bounds():
    assert year_bounds(2024) == (date(2024, 1, 1), date(2025, 1, 1))


@pytest.mark.parametrize(
    ("first", "last", "number"),
    [
        (date(2025, 12, 30), date(2026, 1, 2), 4),
        (date(2024, 2, 28), date(2024, 3, 1), 3),
        (date(2026, 5, 5), date(2026, 5, 5), 1),
        (date(2026, 5, 5), date(2026, 5, 4), 0),
    ],
)
def test_days_between_counts_both_ends(first, last, number):
    days = list(days_between(first, last))
    assert len(days) == number
    assert days[:1] == [first][:number]
    assert days[-1:] == [last][:number]
