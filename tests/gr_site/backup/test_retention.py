"""Which backups are kept."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gr_site.backup.retention import kept

NIGHTS = [datetime(2026, 1, 1, 2, tzinfo=UTC) + timedelta(days=day) for day in range(365)]
MOMENTS = st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
NUMBERS = st.integers(0, 20)


def test_a_year_of_nights():
    days = sorted(f"{moment:%m-%d}" for moment in kept(NIGHTS, 3, 4, 5))
    # The Sundays before, and the last nights of the months before.
    assert days == ["08-31", "09-30", "10-31", "11-30", "12-13", "12-20", "12-27", "12-29", "12-30", "12-31"]


def test_without_wishes_the_newest_stays():
    assert kept(NIGHTS, 0) == {NIGHTS[-1]}
    assert kept([], 14, 4, 12) == set()


@given(MOMENTS, NUMBERS, NUMBERS, NUMBERS)
def test_what_is_kept(moments, newest, weeks, months):
    found = kept(moments, newest, weeks, months)
    assert found <= set(moments)
    assert set(sorted(moments, reverse=True)[: max(newest, 1)]) <= found
    assert len(found) <= max(newest, 1) + weeks + months
    assert kept(found, newest, weeks, months) == found  # the next night takes nothing more away
