"""Weeks of a year and what they hold."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from events.planning.calculations.load import LEVELS, busiest, week_load


def test_a_year_has_the_weeks_that_hold_any_of_its_days():
    numbers = [week.number for week in week_load(2027, [], [])]
    assert numbers == [53, *range(1, 53)]
    assert [week.number for week in week_load(2026, [], [])] == [*range(1, 54)]


def test_meetings_count_on_their_weekday_and_the_fullest_week_has_the_highest_level():
    friday, monday = date(2027, 2, 12), date(2027, 2, 8)
    weeks = {week.number: week for week in week_load(2027, [friday, friday, monday], [friday, date(2027, 3, 1)])}
    assert (weeks[6].days, weeks[6].total, weeks[6].planned, weeks[6].level) == ((1, 0, 0, 0, 3, 0, 0), 4, 1, LEVELS)
    assert (weeks[9].total, weeks[9].planned, weeks[9].level) == (1, 1, 1)
    assert (weeks[7].total, weeks[7].level) == (0, 0)
    assert (weeks[6].monday, weeks[6].sunday) == (monday, date(2027, 2, 14))


def test_the_busiest_weeks_come_fullest_first_and_empty_ones_never():
    weeks = week_load(2027, [date(2027, 3, 1)], [date(2027, 2, 12), date(2027, 2, 12)])
    assert [week.number for week in busiest(weeks)] == [6, 9]
    assert busiest(week_load(2027, [], [])) == []


@given(st.lists(st.dates(date(2027, 1, 1), date(2027, 12, 31))))
def test_no_meeting_is_lost(days):
    weeks = week_load(2027, days, days)
    assert sum(week.total for week in weeks) == 2 * len(days)
    assert all(0 <= week.level <= LEVELS and bool(week.level) == bool(week.total) for week in weeks)
