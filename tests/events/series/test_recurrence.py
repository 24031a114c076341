from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.days.periods import LAST_YEAR
from events.series.recurrence import MAX_DATES, HostileRule, Rule, expand, horizon

MONDAY, TUESDAY, WEDNESDAY = (0, 0), (1, 0), (2, 0)
TODAY = date(2026, 11, 23)


def days(*texts):
    return [date.fromisoformat(text) for text in texts]


@pytest.mark.parametrize(
    ("rule", "start", "expected"),
    [
        (  # over the change to summer time, until inclusive
            Rule("WEEKLY", weekdays=(TUESDAY,), until=date(2026, 4, 7)),
            date(2026, 3, 17),
            days("2026-03-17", "2026-03-24", "2026-03-31", "2026-04-07"),
        ),
        (  # and back
            Rule("WEEKLY", weekdays=(TUESDAY,), count=3),
            date(2026, 10, 20),
            days("2026-10-20", "2026-10-27", "2026-11-03"),
        ),
        (  # a start that the rule does not give is no meeting
            Rule("WEEKLY", weekdays=(TUESDAY,), count=2),
            date(2026, 3, 19),
            days("2026-03-24", "2026-03-31"),
        ),
        (  # the second Tuesday
            Rule("MONTHLY", weekdays=((1, 2),), until=date(2026, 4, 14)),
            date(2026, 1, 1),
            days("2026-01-13", "2026-02-10", "2026-03-10", "2026-04-14"),
        ),
        (  # the last Friday
            Rule("MONTHLY", weekdays=((4, -1),), count=3),
            date(2026, 1, 1),
            days("2026-01-30", "2026-02-27", "2026-03-27"),
        ),
        (  # a fifth Wednesday is rare
            Rule("MONTHLY", weekdays=((2, 5),), count=3),
            date(2026, 1, 1),
            days("2026-04-29", "2026-07-29", "2026-09-30"),
        ),
        (  # every other week holds over week 53 and New Year
            Rule("WEEKLY", interval=2, weekdays=(MONDAY,), count=3),
            date(2020, 12, 21),
            days("2020-12-21", "2021-01-04", "2021-01-18"),
        ),
        (  # every other week counts from Monday, whichever day the series starts on
            Rule("WEEKLY", interval=2, weekdays=(MONDAY, WEDNESDAY), count=4),
            date(2026, 1, 7),
            days("2026-01-07", "2026-01-19", "2026-01-21", "2026-02-02"),
        ),
        (  # the same day of the month: short months have none
            Rule("MONTHLY", count=3),
            date(2026, 1, 31),
            days("2026-01-31", "2026-03-31", "2026-05-31"),
        ),
        (Rule("MONTHLY", month_days=(-1,), count=2), date(2026, 1, 1), days("2026-01-31", "2026-02-28")),
        (Rule("YEARLY", until=date(2028, 2, 29)), date(2024, 2, 29), days("2024-02-29", "2028-02-29")),
        (Rule("DAILY", until=date(2026, 3, 1)), date(2026, 2, 28), days("2026-02-28", "2026-03-01")),
        (Rule("WEEKLY", until=date(2026, 3, 17)), date(2026, 3, 17), days("2026-03-17")),
    ],
)
def test_the_dates_that_a_rule_gives(rule, start, expected):
    assert expand(rule, start) == expected


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Rule("SECONDLY", count=3), "Välj varje dag"),
        (Rule("HOURLY", count=3), "Välj varje dag"),
        (Rule("", count=3), "Välj varje dag"),
        (Rule("WEEKLY", interval=0, count=3), "Mellanrummet"),
        (Rule("WEEKLY", interval=-1, count=3), "Mellanrummet"),
        (Rule("WEEKLY", interval=53, count=3), "Mellanrummet"),
        (Rule("WEEKLY"), "när serien slutar"),
        (Rule("WEEKLY", count=0), "Antalet möten"),
        (Rule("WEEKLY", count=-5), "Antalet möten"),
        (Rule("WEEKLY", count=10**12), "Antalet möten"),
        (Rule("WEEKLY", until=date(2025, 12, 31)), "slutar innan den börjar"),
        (Rule("WEEKLY", until=date(2031, 1, 1)), "högst 5 år"),
        (Rule("WEEKLY", until=date(9999, 12, 31)), "högst 5 år"),
        (Rule("WEEKLY", count=2, until=date(2026, 3, 1)), "inte båda"),
        (Rule("YEARLY", count=6), "högst 5 år"),
        (Rule("DAILY", until=date(2030, 12, 31)), "fler än 400"),
        (Rule("WEEKLY", weekdays=((7, 0),), count=1), "veckodag som inte finns"),
        (Rule("MONTHLY", weekdays=((1, 6),), count=1), "veckodag som inte finns"),
        (Rule("WEEKLY", weekdays=((1, 2),), count=1), "bara i en serie per månad"),
        (Rule("MONTHLY", month_days=(0,), count=1), "dag i månaden som inte finns"),
        (Rule("MONTHLY", month_days=(32,), count=1), "dag i månaden som inte finns"),
        (Rule("MONTHLY", weekdays=(TUESDAY,), until=date(2026, 1, 2)), "inget datum"),
    ],
)
def test_a_rule_that_the_site_refuses_is_refused_in_swedish(rule, words):
    with pytest.raises(HostileRule, match=words):
        expand(rule, date(2026, 1, 1))


def test_a_series_ends_within_the_years_that_the_calendar_has():
    last = date(LAST_YEAR, 12, 30)
    assert expand(Rule("DAILY", count=2), last) == [last, date(LAST_YEAR, 12, 31)]
    with pytest.raises(HostileRule, match=f"senast år {LAST_YEAR}"):
        expand(Rule("DAILY", count=3), last)


def test_a_day_that_never_comes_is_refused_and_not_searched_for_ever():
    with pytest.raises(HostileRule, match="inget datum"):
        expand(Rule("YEARLY", interval=52, month_days=(31,), weekdays=((0, 1),), until=date(2030, 6, 1)), TODAY)


@pytest.mark.parametrize("start", [date(9998, 1, 1), date(9999, 12, 31), date(9996, 2, 29)])
def test_a_series_at_the_end_of_time_is_refused_and_not_an_error(start):
    with pytest.raises(HostileRule):
        expand(Rule("WEEKLY", count=3), start)


def test_the_horizon_of_a_leap_day():
    assert horizon(date(2024, 2, 29)) == date(2029, 2, 28)


RULES = st.builds(
    Rule,
    st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY"]),
    interval=st.integers(-1, 60),
    weekdays=st.lists(st.tuples(st.integers(-1, 7), st.integers(-6, 6)), max_size=3).map(tuple),
    month_days=st.lists(st.integers(-33, 33), max_size=2).map(tuple),
    until=st.none() | st.dates(date(2025, 1, 1), date(2034, 1, 1)),
    count=st.none() | st.integers(-1, 500),
)
STARTS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@given(RULES, STARTS)
def test_every_rule_is_either_refused_or_gives_few_dates_in_order_within_its_bounds(rule, start):
    try:
        dates = expand(rule, start)
    except HostileRule as refusal:
        assert str(refusal).endswith(".")
        return
    assert 0 < len(dates) <= MAX_DATES
    assert dates == sorted(set(dates))
    assert start <= dates[0] and dates[-1] < horizon(start)
    assert rule.until is None or dates[-1] <= rule.until
    assert rule.count is None or len(dates) == rule.count
    assert not rule.weekdays or {day.weekday() for day in dates} <= {number for number, _ in rule.weekdays}


@given(st.integers(0, 400), st.integers(1, 60))
def test_an_interval_of_weeks_is_exact(offset, count):
    start = date(2026, 1, 5) + timedelta(days=offset)
    dates = expand(Rule("WEEKLY", interval=2, count=min(count, 60)), start)
    assert dates == [start + timedelta(weeks=2 * number) for number in range(len(dates))]
