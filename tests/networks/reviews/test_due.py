"""When a page's yearly review is due, at the edges of the year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networks.reviews.due import due_on, is_due

DAYS = st.dates(date(2001, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("reviewed", "published", "due"),
    [
        (date(2025, 11, 25), date(2013, 1, 1), date(2026, 11, 25)),
        (None, date(2025, 11, 25), date(2026, 11, 25)),
        (date(2024, 2, 29), None, date(2025, 2, 28)),
        (date(2024, 2, 28), None, date(2025, 2, 28)),
        (date(2023, 2, 28), None, date(2024, 2, 28)),
        (date(2023, 12, 31), None, date(2024, 12, 31)),
        (date(2020, 1, 1), date(2025, 6, 1), date(2021, 1, 1)),
        (None, None, None),
    ],
)
def test_a_page_is_due_a_year_after_it_was_last_known_to_be_true(reviewed, published, due):
    assert due_on(reviewed, published) == due


@pytest.mark.parametrize(
    ("today", "due"),
    [(date(2026, 11, 24), False), (date(2026, 11, 25), True), (date(2026, 11, 26), True), (date(2025, 11, 25), False)],
)
def test_a_year_to_the_day(today, due):
    assert is_due(date(2025, 11, 25), None, today) is due


def test_a_page_that_was_never_public_is_never_due():
    assert is_due(None, None, date(2099, 12, 31)) is False


@given(DAYS)
def test_it_is_due_once_and_then_until_it_is_reviewed(day):
    due = due_on(day, None)
    assert 365 <= (due - day).days <= 366
    assert is_due(day, None, due) and is_due(due, None, due) is False
