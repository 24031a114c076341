"""An old page takes no more time than its length allows, whatever stands in it."""

import contextlib
from datetime import date

import pytest

from gr_site.importing.old_meetings import read_meetings
from gr_site.importing.old_pages import NotANetworkPage, UnreadablePage, read_source
from gr_site.importing.remainder import with_remainder
from tests.growth import cpu, in_proportion

from .hostile_pages import KINDS

WHOLE = 14_000  # characters
LARGE = 40_000
DEAREST = ("groups", "dates in rows")


@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_page_takes_at_most_two_and_a_half_times_the_cpu(kind):
    def cost(size):
        text = KINDS[kind](size)
        return cpu(lambda: read(text))

    assert in_proportion(cost, LARGE if kind in DEAREST else WHOLE)


def test_meetings_beyond_what_is_read_are_kept_as_text():
    page = read_source(KINDS["dates in rows"](WHOLE).encode(), name="a.html")
    (group,) = read_meetings(page, today=date(2026, 5, 5))
    assert len(group.meetings) == 500
    kept = with_remainder(page, [group])
    last = page.meetings[-1].lines[-1]
    assert last in group.notes or last in kept.unplaced or last in {row.text for row in group.refused}


def read(text):
    with contextlib.suppress(NotANetworkPage, UnreadablePage):
        page = read_source(text.encode(), name="a.html" if "<" in text[:200] else "a.txt")
        with_remainder(page, read_meetings(page, today=date(2026, 5, 5)))
