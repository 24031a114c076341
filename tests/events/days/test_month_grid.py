from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from events.days.month_grid import month_grid
from events.days.periods import Month, days_between

TODAY = date(2026, 3, 10)


@dataclass(frozen=True)
class Meeting:
    """As much of a row as the grid reads."""

    start_date: date
    last_day: date


def on(first, last=None):
    return Meeting(first, last or first)


def cells(weeks):
    return {day.date: day for week in weeks for day in week.days}


def test_a_meeting_stands_in_its_day_and_nowhere_else():
    meeting = on(date(2026, 3, 17))
    grid = cells(month_grid(Month(2026, 3), [meeting], {date(2026, 3, 17): 1}, TODAY))
    assert [day for day, cell in grid.items() if cell.occurrences] == [date(2026, 3, 17)]
    assert grid[date(2026, 3, 17)].occurrences == [meeting]
    assert grid[date(2026, 3, 17)].more == 0


def test_a_meeting_over_new_year_stands_in_both_months():
    meeting = on(date(2025, 12, 30), date(2026, 1, 2))
    december = cells(month_grid(Month(2025, 12), [meeting], {date(2025, 12, 30): 1}, TODAY))
    january = cells(month_grid(Month(2026, 1), [meeting], {date(2025, 12, 30): 1}, TODAY))
    assert [day.day for day, cell in december.items() if cell.occurrences] == [30, 31]
    assert [day.day for day, cell in january.items() if cell.occurrences] == [1, 2]
    assert all(cell.more == 0 for cell in january.values())


def test_cells_of_other_months_stay_empty():
    weeks = month_grid(Month(2026, 4), [on(date(2026, 3, 31), date(2026, 4, 1))], {}, TODAY)
    outside = cells(weeks)[date(2026, 3, 31)]
    assert (outside.in_month, outside.occurrences, outside.red_day) == (False, [], "")


def test_what_a_cell_does_not_show_is_counted():
    day = date(2026, 3, 17)
    grid = cells(month_grid(Month(2026, 3), [on(day)] * 4, {day: 11}, TODAY))
    assert grid[day].more == 7
    assert (grid[day].total, grid[day].shade) == (11, 3)


def test_today_weekends_red_days_and_weeks_are_told():
    weeks = month_grid(Month(2026, 4), [], {}, date(2026, 4, 3))
    grid = cells(weeks)
    assert [day for day, cell in grid.items() if cell.is_today] == [date(2026, 4, 3)]
    assert grid[date(2026, 4, 3)].red_day == "långfredagen"
    assert grid[date(2026, 4, 4)].is_weekend
    assert not grid[date(2026, 4, 3)].is_weekend
    assert [grid[date(2026, 4, day)].is_red for day in (3, 4, 5, 6, 7)] == [True, False, True, True, False]
    assert [week.number for week in weeks] == [14, 15, 16, 17, 18]


def test_the_year_begins_in_the_week_that_iso_says():
    assert [week.number for week in month_grid(Month(2021, 1), [], {}, TODAY)] == [53, 1, 2, 3, 4]
    assert [week.number for week in month_grid(Month(2024, 12), [], {}, TODAY)] == [48, 49, 50, 51, 52, 1]


@given(st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2026, 5, 1)), st.integers(0, 31)), max_size=12))
def test_every_day_of_the_month_that_a_meeting_touches_has_it_once(spans):
    month = Month(2026, 3)
    meetings = [on(first, first + timedelta(days=length)) for first, length in spans]
    grid = cells(month_grid(month, meetings, {}, TODAY))
    touched = [day for meeting in meetings for day in days_between(meeting.start_date, meeting.last_day)]
    expected = sorted(day for day in touched if month.start <= day < month.end)
    assert sorted(day for day, cell in grid.items() for _ in cell.occurrences) == expected
