"""What a publication leaves for its end is done once, and not forgotten when a part of it fails."""

import pytest

from networks.publication.whole import leave_for_the_end, publication, take_back

pytestmark = pytest.mark.django_db


@pytest.fixture
def act():
    """Remembers what it was called with."""

    def remember(wanted):
        remember.calls.append(wanted)

    remember.calls = []
    return remember


def failing_part(*steps):
    with publication():
        for step in steps:
            step()
        raise ValueError("A part that fails, in a publication that goes on.")


def test_what_is_left_is_done_once_at_the_end(act):
    with publication():
        leave_for_the_end(act, "a")
        with publication():
            leave_for_the_end(act, "b")
        assert act.calls == []
    assert act.calls == [["a", "b"]]


def test_without_a_publication_it_is_done_at_once(act):
    leave_for_the_end(act, "a")
    assert act.calls == [["a"]]


def test_what_a_part_has_done_already_is_not_done_again(act):
    with publication():
        leave_for_the_end(act, "a")
        leave_for_the_end(act, "b")
        with publication():
            take_back(act, {"a"})
    assert act.calls == [["b"]]


def test_what_a_failed_part_has_done_is_done_again_since_its_rows_are_gone(act):
    with publication():
        leave_for_the_end(act, "a")
        with pytest.raises(ValueError):
            failing_part(lambda: take_back(act, {"a"}), lambda: leave_for_the_end(act, "b"))
        leave_for_the_end(act, "c")
    assert act.calls == [["a", "c"]]


def test_a_publication_that_fails_leaves_nothing_to_the_next(act):
    with pytest.raises(ValueError):
        failing_part(lambda: leave_for_the_end(act, "a"))
    with publication():
        pass
    assert act.calls == []
