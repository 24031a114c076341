from datetime import date

import pytest

from events.days.red_days import red_day


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 1), "nyårsdagen"),
        (date(2026, 1, 6), "trettondedag jul"),
        (date(2026, 4, 3), "långfredagen"),
        (date(2026, 4, 5), "påskdagen"),
        (date(2026, 4, 6), "annandag påsk"),
        (date(2026, 5, 1), "första maj"),
        (date(2026, 5, 14), "Kristi himmelsfärdsdag"),
        (date(2026, 5, 24), "pingstdagen"),
        (date(2026, 6, 6), "nationaldagen"),
        (date(2026, 6, 20), "midsommardagen"),
        (date(2026, 10, 31), "alla helgons dag"),
        (date(2026, 12, 25), "juldagen"),
        (date(2026, 12, 26), "annandag jul"),
    ],
)
def test_the_red_days_of_the_law_have_their_names(day, name):
    assert red_day(day) == name


@pytest.mark.parametrize("day", [date(2026, 11, 22), date(2026, 11, 23), date(2026, 2, 16), date(2026, 6, 18)])
def test_sundays_and_ordinary_days_have_none(day):
    assert red_day(day) == ""


def test_easter_moves_with_the_year():
    assert [red_day(date(2024, 3, 29)), red_day(date(2025, 4, 18)), red_day(date(2027, 3, 26))] == ["långfredagen"] * 3


@pytest.mark.parametrize("year", [2000, 2099])
def test_every_year_of_the_calendar_has_a_christmas(year):
    assert red_day(date(year, 12, 25)) == "juldagen"
