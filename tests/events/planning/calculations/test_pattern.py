"""A year's pattern carried over to the next: weeks, places in the month, red days, the ends of the year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.days.day_notes import closed_day
from events.planning.calculations.pattern import (
    Held,
    Proposal,
    already_planned,
    is_monthly,
    nearest_sensible,
    propose,
    same_week,
)

MEETINGS = st.builds(Held, st.dates(date(2005, 1, 1), date(2090, 12, 31)), st.integers(1, 3), st.booleans())


def held(*days, **fields):
    return [Held(date.fromisoformat(day), **fields) for day in days]


def proposed(series, year=2027):
    return [proposal.day.isoformat() for proposal in propose(series, year)]


def test_week_and_weekday_stay_whatever_the_date():
    # 2026 has 53 weeks, so that the dates of 2027 lie a week later.
    assert proposed(held("2026-02-06", "2026-03-20", "2026-09-11")) == ["2027-02-12", "2027-03-24", "2027-09-17"]
    assert proposed(held("2027-02-12"), 2028) == ["2028-02-11"]


def test_a_series_of_second_tuesdays_stays_one():
    assert proposed(held("2026-02-10", "2026-04-14", "2026-10-13")) == ["2027-02-09", "2027-04-13", "2027-10-12"]


def test_two_second_tuesdays_or_two_in_one_month_are_no_monthly_pattern():
    assert not is_monthly(held("2026-02-10", "2026-04-14"))
    assert not is_monthly(held("2026-02-10", "2026-02-10", "2026-04-14"))
    assert is_monthly(held("2026-02-10", "2026-04-14", "2026-10-13"))


def test_a_fifth_weekday_becomes_the_last_where_the_month_has_four():
    (first, *_) = propose(held("2026-01-30", "2026-05-29", "2026-10-30"), 2027)
    assert (first.day, first.moved) == (date(2027, 1, 29), "")
    assert propose(held("2026-01-30", "2026-05-29", "2026-10-30"), 2028)[1] == Proposal(
        date(2028, 5, 26), 1, "Månaden har bara fyra sådana veckodagar 2028.", ("klämdag",)
    )


def test_a_red_day_gives_way_and_says_why():
    assert propose(held("2026-03-20"), 2027) == [
        Proposal(
            date(2027, 3, 24),
            1,
            "Fredag 26 mars är långfredagen. Flyttat till onsdag 24 mars.",
            ("påsklov",),
        )
    ]


def test_a_meeting_of_two_days_needs_both_of_them_free():
    (proposal,) = propose(held("2026-04-29", days=2), 2027)
    # Wednesday 5 May is free in itself, but the next day is not.
    assert (proposal.day, proposal.last_day) == (date(2027, 5, 3), date(2027, 5, 4))
    assert proposal.moved == "Torsdag 6 maj är Kristi himmelsfärdsdag. Flyttat till måndag 3 maj."


def test_school_breaks_bridge_days_and_last_years_cancelling_are_told_and_move_nothing():
    assert propose(held("2026-02-10", cancelled=True), 2027)[0] == Proposal(
        date(2027, 2, 16), 1, "", ("sportlov", "Mötet blev inställt förra gången.")
    )
    assert propose(held("2026-05-01"), 2027)[0] == Proposal(date(2027, 5, 7), 1, "", ("klämdag",))


@pytest.mark.parametrize(
    ("day", "year", "expected"),
    [
        ("2026-12-29", 2027, (date(2027, 12, 21), "Vecka 53 finns inte 2027, men vecka 51 är också udda.")),
        ("2021-01-02", 2022, (date(2022, 1, 1), "Vecka 53 har sin lördag i ett annat år.")),
        ("2025-12-31", 2026, (date(2026, 12, 30), "Vecka 1 har sin onsdag i ett annat år.")),
        ("2024-12-30", 2025, (date(2025, 12, 29), "")),
        ("2020-12-30", 2026, (date(2026, 12, 30), "")),
    ],
)
def test_the_ends_of_the_year_have_their_own_weeks(day, year, expected):
    assert same_week(date.fromisoformat(day), year) == expected


def test_a_meeting_too_long_for_any_free_place_stays_where_it_is():
    assert nearest_sensible(date(2027, 3, 20), 31) == date(2027, 3, 20)


def test_who_meets_on_saturdays_stays_on_one_where_it_can():
    assert nearest_sensible(date(2027, 6, 26), weekends=True) == date(2027, 6, 27)
    assert nearest_sensible(date(2027, 6, 26)) == date(2027, 6, 28)
    assert proposed(held("2026-09-12")) == ["2027-09-18"]


def test_a_date_in_the_new_year_stands_for_the_proposal_it_is_nearest_to_and_for_no_more():
    proposals = [Proposal(date(2027, 2, day), 1) for day in (5, 12, 26)]
    assert already_planned(proposals, []) == set()
    assert already_planned(proposals, [date(2027, 2, 9)]) == {1}
    assert already_planned(proposals, [date(2027, 2, 12), date(2027, 2, 12)]) == {0, 1}
    assert already_planned(proposals, [date(2027, 3, 5)]) == {2}
    assert already_planned(proposals, [date(2027, 3, 6)]) == set()
    assert already_planned([], [date(2027, 3, 6)]) == set()


@given(MEETINGS, st.integers(0, 3))
def test_a_proposal_lies_in_the_year_is_open_and_keeps_its_length(meeting, ahead):
    year = meeting.day.year + ahead
    (proposal,) = propose([meeting], year)
    span = [proposal.day + timedelta(days=number) for number in range(meeting.days)]
    assert proposal.day.year == year
    assert not any(closed_day(day) for day in span)
    assert proposal.days == meeting.days


@given(MEETINGS)
def test_what_is_not_explained_keeps_week_and_weekday(meeting):
    (proposal,) = propose([meeting], meeting.day.year + 1)
    if not proposal.moved:
        assert proposal.day.isocalendar()[1:] == meeting.day.isocalendar()[1:]


@given(st.lists(MEETINGS, max_size=12), st.integers(2006, 2091))
def test_every_meeting_gets_one_proposal_in_its_place(series, year):
    alone = [propose([meeting], year)[0] for meeting in series]
    assert len(propose(series, year)) == len(series)
    assert is_monthly(series) or propose(series, year) == alone
