"""A time that no calendar has is told of, and one that it has is never taken for such a time."""

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from events.days.date_format import MONTHS, WEEKDAYS, format_date
from search.analysis.impossible import DAY, HOUR, MONTH, WEEK, take_impossible
from search.analysis.periods import take_period
from tests.growth import cpu, in_proportion

YEARS = st.integers(2000, 2099)
WAYS = ["{day} {sv}", "den {day}:e {sv} {year}", "{day} {sv} {year}", "{en} {day}", "the {day}th of {en} {year}",
        "{day}/{month}", "{day}/{month} {year}", "{year}-{month:02}-{day:02}"]  # fmt: skip


def written(way, year, month, day):
    names = {"sv": MONTHS["sv"][month - 1], "en": MONTHS["en"][month - 1].lower()}
    return way.format(day=day, month=month, year=year, **names)


def kinds(query):
    return [found.kind for found in take_impossible(query)[1]]


@given(st.sampled_from(WAYS), YEARS, st.integers(1, 12), st.integers(1, 31))
def test_a_day_is_impossible_if_its_month_lacks_it(way, year, month, day):
    text = written(way, year, month, day)
    there = day <= monthrange(year if str(year) in text else 2024, month)[1]
    rest, found = take_impossible(f"vattenråd {text} möten")
    if there:
        assert (rest, found) == (f"vattenråd {text} möten", [])
    else:
        assert (rest, [each.kind for each in found]) == ("vattenråd möten", [DAY])
        assert take_period(text, date(2026, 11, 28)) is None or str(year) in text


@given(st.sampled_from(["v. {}", "vecka {}", "v {} 2026", "week {}"]), st.integers(0, 99))
def test_a_week_is_impossible_if_no_year_has_it(way, number):
    assert kinds(way.format(number)) == ([] if 1 <= number <= 53 else [WEEK])


@given(YEARS)
def test_a_week_53_is_in_long_years_only(year):
    there = any(date(year, 12, day).isocalendar()[:2] == (year, 53) for day in range(25, 32))
    assert kinds(f"vecka 53 {year}") == ([] if there else [WEEK])


@given(YEARS, st.integers(0, 99))
def test_a_month_is_one_of_twelve_and_a_school_year_is_none(year, number):
    assume(number != (year + 1) % 100)
    assert kinds(f"{year}-{number:02}") == ([] if 1 <= number <= 12 else [MONTH])
    assert kinds(f"{year}-{(year + 1) % 100:02}") == []
    assert kinds(f"dnr {year}-{number:02}") == []


@given(st.sampled_from(["kl {:02}", "kl. {:02}", "klockan {:02}.00", "kl {:02}:30"]), st.integers(0, 99))
def test_an_hour_is_one_of_the_day(way, hour):
    there = hour < 24 or (hour == 24 and ":30" not in way)
    assert kinds(way.format(hour)) == ([] if there else [HOUR])


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["sv", "en"]))
def test_what_the_site_writes_is_possible(day, language):
    assert kinds(format_date(day, language=language)) == []
    assert kinds(f"{WEEKDAYS['sv'][day.weekday()]} v. {day.isocalendar().week}") == []


@pytest.mark.parametrize(
    "query",
    ["maj 68", "32/10", "031-335 50 00", "20271345", "dnr 2026-00123", "mars-31 februari", '"31 februari"', "v", "kl"],
)
def test_what_may_be_something_else_is_left_alone(query):
    assert take_impossible(query) == (query, [])


@given(st.text(max_size=60))
def test_any_text_keeps_its_other_words(text):
    rest, found = take_impossible(text)
    assert (rest == text) == (not found) or not rest
    assert all(each.words in text for each in found)
    assert set(rest) <= set(text) | {" "}


@pytest.mark.parametrize("words", ["31 februari ", "v. 60 ", "2027-", "den ", "31 ", "kl 25 "])
def test_the_time_grows_with_the_length(words):
    assert in_proportion(lambda size: cpu(lambda: take_impossible(words * size)), 8_000)
