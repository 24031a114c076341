"""An old page takes no more time than its length allows, whatever stands in it, and a second more than plain text."""

import contextlib
import gc
import time
from datetime import date

import pytest

from gr_site.importing.old_meetings import read_meetings
from gr_site.importing.old_pages import NotANetworkPage, UnreadablePage, read_source
from gr_site.importing.remainder import with_remainder

from .hostile_pages import KINDS

HALF, WHOLE = 7_000, 14_000  # characters
LARGE = 40_000
LEAST = 0.1  # seconds; what costs less than this is cheap at any length that is taken


@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_page_takes_at_most_two_and_a_half_times_the_cpu(kind):
    half, whole = KINDS[kind](HALF), KINDS[kind](WHOLE)
    taken = _cpu(whole)
    if taken < LEAST or taken < 2.5 * _cpu(half):
        return
    assert min(_cpu(whole) for _ in range(3)) < max(2.5 * min(_cpu(half) for _ in range(3)), LEAST)


def test_no_page_takes_a_second_more_than_a_plain_one():
    """The dearest kinds of people and of meetings."""
    plain = _cpu(KINDS["plain"](LARGE))
    dear = ("groups", "dates in rows")
    slow = {kind: taken for kind in dear if (taken := _cpu(KINDS[kind](LARGE))) > plain + 1}
    assert slow == {}


def test_meetings_beyond_what_is_read_are_kept_as_text():
    page = read_source(KINDS["dates in rows"](WHOLE).encode(), name="a.html")
    (group,) = read_meetings(page, today=date(2026, 5, 5))
    assert len(group.meetings) == 500
    kept = with_remainder(page, [group])
    last = page.meetings[-1].lines[-1]
    assert last in group.notes or last in kept.unplaced or last in {row.text for row in group.refused}


def _cpu(text):
    """Seconds of CPU. The garbage collector waits, since its time depends on everything that the process holds."""
    gc.disable()
    begun = time.process_time()
    with contextlib.suppress(NotANetworkPage, UnreadablePage):
        page = read_source(text.encode(), name="a.html" if "<" in text[:200] else "a.txt")
        with_remainder(page, read_meetings(page, today=date(2026, 5, 5)))
    gc.enable()
    return time.process_time() - begun
