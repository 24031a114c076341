"""A statement must not contradict itself, nor grow old unnoticed."""

from datetime import date

import pytest

from gr_site.accessibility.conformance import claims_too_much, lacks_shortcomings, shown
from gr_site.accessibility.reminders import assessment_is_old, promises_broken

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("conformance", "reasons", "documents", "verdict"),
    [
        ("full", [], 0, ""),
        ("full", ["outside"], 0, ""),
        ("full", ["outside", "not_met"], 0, "too much"),
        ("full", ["burden"], 0, "too much"),
        ("full", [], 1, "too much"),
        ("partial", ["not_met"], 0, ""),
        ("partial", ["burden"], 0, ""),
        ("partial", [], 1, ""),
        ("partial", [], 0, "lacks"),
        ("partial", ["outside"], 0, "lacks"),
        ("none", [], 0, "lacks"),
        ("none", ["not_met"], 0, ""),
        ("", [], 0, ""),
    ],
)
def test_what_is_said_and_what_is_listed(conformance, reasons, documents, verdict):
    found = {
        "too much": claims_too_much(conformance, reasons, documents),
        "lacks": lacks_shortcomings(conformance, reasons, documents),
    }
    assert [name for name, is_so in found.items() if is_so] == ([verdict] if verdict else [])


def test_a_file_that_is_marked_later_makes_it_partial():
    assert shown("full", [], 0) == "full"
    assert shown("full", [], 2) == "partial"
    assert shown("none", ["not_met"], 2) == "none"


@pytest.mark.parametrize(
    ("assessed", "old"),
    [(date(2025, 11, 24), True), (date(2025, 11, 25), False), (date(2026, 11, 25), False), (None, False)],
)
def test_an_assessment_is_old_after_a_year(assessed, old):
    assert assessment_is_old(assessed, TODAY) is old


def test_a_leap_day_is_a_year_old_on_the_first_of_march():
    assert not assessment_is_old(date(2024, 2, 29), date(2025, 2, 28))
    assert assessment_is_old(date(2024, 2, 29), date(2025, 3, 1))


def test_days_that_have_passed():
    assert promises_broken([None, date(2026, 11, 24), date(2026, 11, 25), date(2027, 1, 1)], TODAY) == 1
