"""What is told of a day, on the days where it is easy to get wrong."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.days.day_notes import bridge_day, closed_day, judge, school_break
from events.days.red_days import red_day


@pytest.mark.parametrize(
    ("day", "notes"),
    [
        ("2027-01-05", ["trettondagsafton", "jullov"]),
        ("2027-01-07", ["jullov"]),
        ("2027-01-08", []),
        ("2027-02-12", []),
        ("2027-02-15", ["sportlov"]),
        ("2027-02-19", ["sportlov"]),
        ("2027-03-25", ["skärtorsdagen", "påsklov"]),
        ("2027-03-26", ["långfredagen", "påsklov"]),
        ("2027-03-27", ["påskafton", "lördag", "påsklov"]),
        ("2027-04-02", ["påsklov"]),
        ("2027-04-30", ["valborgsmässoafton"]),
        ("2027-05-05", ["dag före Kristi himmelsfärdsdag"]),
        ("2027-05-06", ["Kristi himmelsfärdsdag"]),
        ("2027-05-07", ["klämdag"]),
        ("2027-05-14", []),
        ("2027-06-25", ["midsommarafton", "sommarlov"]),
        ("2027-08-16", []),
        ("2027-10-31", ["söndag"]),
        ("2027-11-01", ["höstlov"]),
        ("2027-11-05", ["allahelgonsafton", "höstlov"]),
        ("2027-12-23", ["dag före julafton", "jullov"]),
        ("2027-12-28", ["mellandagarna", "jullov"]),
    ],
)
def test_a_day_is_told_of_with_its_gravest_note_first(day, notes):
    assert judge(date.fromisoformat(day)).notes == notes


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_red_days_are_closed_and_a_closed_day_is_no_bridge(day):
    assert not red_day(day) or closed_day(day) == red_day(day)
    assert not (closed_day(day) and bridge_day(day))


@given(st.integers(2000, 2099))
def test_each_year_has_the_breaks_that_people_plan_around(year):
    assert school_break(date.fromisocalendar(year, 7, 3)) == "sportlov"
    assert school_break(date.fromisocalendar(year, 44, 3)) == "höstlov"
    assert school_break(date(year, 9, 15)) == ""
