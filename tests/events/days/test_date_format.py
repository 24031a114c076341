"""Dates and times as a reader meets them (Digg's guideline R66)."""

from datetime import date, time

import pytest

from events.days.date_format import format_date, format_month, format_times, format_week, format_when

NBSP = "\u00a0"
FRIDAY = date(2020, 2, 7)


@pytest.mark.parametrize(
    ("values", "options", "text"),
    [
        ((FRIDAY, FRIDAY, time(8, 30), time(11, 30)), {}, "fredag 7 februari 2020 kl. 08.30–11.30"),
        ((FRIDAY, None, time(12, 15), None), {}, "fredag 7 februari 2020 kl. 12.15"),
        ((FRIDAY, FRIDAY, None, None), {}, "fredag 7 februari 2020"),
        ((FRIDAY, FRIDAY, None, time(11, 30)), {}, "fredag 7 februari 2020"),
        ((FRIDAY, date(2020, 2, 6), None, None), {}, "fredag 7 februari 2020"),
        ((FRIDAY,), {"weekday": False}, "7 februari 2020"),
        ((FRIDAY,), {"year": False}, "fredag 7 februari"),
        ((date(2020, 4, 24), date(2020, 4, 25)), {}, "24–25 april 2020"),
        ((date(2020, 4, 24), date(2020, 4, 25)), {"year": False}, "24–25 april"),
        ((date(2020, 4, 30), date(2020, 5, 2)), {}, "30 april – 2 maj 2020"),
        ((date(2025, 12, 30), date(2026, 1, 2)), {}, "30 december 2025 – 2 januari 2026"),
        ((date(2025, 12, 30), date(2026, 12, 31)), {}, "30 december 2025 – 31 december 2026"),
        (
            (date(2020, 4, 23), date(2020, 4, 24), time(12), time(12)), {},
            "torsdag 23 april 2020 kl. 12.00 – fredag 24 april 2020 kl. 12.00",
        ),
        (
            (date(2020, 4, 23), date(2020, 4, 24), time(12), None), {"weekday": False, "year": False},
            "23 april kl. 12.00 – 24 april",
        ),
        ((FRIDAY, None, time(18), time(0)), {}, "fredag 7 februari 2020 kl. 18.00–24.00"),
        ((FRIDAY, date(2020, 2, 8), time(18), time(0)), {}, "fredag 7 februari 2020 kl. 18.00–24.00"),
        ((FRIDAY, None, time(22), time(2)), {}, "fredag 7 februari 2020 kl. 22.00–02.00"),
        (
            (FRIDAY, date(2020, 2, 9), time(12), time(0)), {"weekday": False, "year": False},
            "7 februari kl. 12.00 – 8 februari kl. 24.00",
        ),
        ((FRIDAY, FRIDAY, time(8, 30), time(11, 30)), {"language": "en"}, "Friday 7 February 2020, 08:30–11:30"),
        ((date(2020, 4, 30), date(2020, 5, 2)), {"language": "en"}, "30 April – 2 May 2020"),
        (
            (date(2020, 4, 23), date(2020, 4, 24), time(12), time(12)), {"language": "en"},
            "Thursday 23 April 2020, 12:00 – Friday 24 April 2020, 12:00",
        ),
    ],
)  # fmt: skip
def test_when(values, options, text):
    assert format_when(*values, **options) == text.replace("kl. ", f"kl.{NBSP}")


def test_times():
    assert format_times(time(8, 30), time(11, 30)) == f"kl.{NBSP}08.30–11.30"
    assert format_times(time(9)) == f"kl.{NBSP}09.00"
    assert format_times(time(9, 5, 59), language="en") == "09:05"


def test_date():
    assert format_date(FRIDAY) == "fredag 7 februari 2020"
    assert format_date(FRIDAY, weekday=False, year=False, language="en") == "7 February"


def test_week_is_that_of_iso_8601():
    assert format_week(FRIDAY) == f"v.{NBSP}6"
    assert format_week(date(2021, 1, 3)) == f"v.{NBSP}53"
    assert format_week(FRIDAY, language="en") == f"week{NBSP}6"


def test_month():
    assert format_month(2020, 2) == "februari 2020"
    assert format_month(2020, 12, language="en") == "December 2020"
