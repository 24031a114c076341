import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.hours import with_hours


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("12 mars kl 9", "12 mars kl 09.00"), ("kl. 8.30", "kl 08.30"), ("klockan 13", "kl 13.00"),
        ("möte 8:30", "möte 08.30"), ("kl 14.15–16", "kl 14.15–16"), ("9.12", "9.12"), ("2027-03-12", "2027-03-12"),
        ("v. 9", "v. 9"), ("klimat 9", "klimat 9"), ("031-390 06 02", "031-390 06 02"),
    ],
)  # fmt: skip
def test_an_hour_is_written_as_on_the_pages(query, written):
    assert with_hours(query) == written


@given(st.text(max_size=60))
def test_writing_it_twice_changes_nothing(query):
    assert with_hours(with_hours(query)) == with_hours(query)
