"""Meetings stand under their network, and nothing is lost or moved behind what it was before."""

from collections import Counter
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from search.analysis.grouping import FEW, SHOWN, each_alone, grouped


class Answer(NamedTuple):
    place: int
    kind: str
    network: int | None
    asked: bool = False


@st.composite
def orders(draw):
    """Answers in any order, with at most one row for each network."""
    parts = st.tuples(st.sampled_from(["network", "meeting", "document", "page"]), st.integers(1, 4), st.booleans())
    found, networks = [], set()
    for kind, network, asked in draw(st.lists(parts, max_size=40)):
        if kind == "network":
            if network in networks:
                continue
            networks.add(network)
        found.append(Answer(len(found), kind, None if kind == "page" else network, asked and kind == "meeting"))
    return found


def arranged(answers):
    return grouped(answers, lambda one: one.kind, lambda one: one.network, lambda one: one.asked)


def shown(groups):
    return [answer for group in groups for answer in [group.head, *group.meetings] if answer]


@given(orders())
def test_each_network_stands_once_and_only_meetings_of_it_can_be_left_out(answers):
    groups = arranged(answers)
    seen = shown(groups)
    assert len(seen) == len(set(seen))
    missing = set(answers) - set(seen)
    full = {group.network for group in groups if len(group.meetings) == SHOWN}
    assert all(one.kind == "meeting" and not one.asked and one.network in full for one in missing)
    assert max(Counter(group.network for group in groups if group.network).values(), default=1) == 1


@given(orders())
def test_a_group_has_meetings_of_its_network_the_best_first_and_says_how_many_match(answers):
    for group in arranged(answers):
        if group.network is None:
            assert (group.meetings, group.number) == ([], 0)
            continue
        meetings = [one for one in answers if one.kind == "meeting" and one.network == group.network]
        assert group.number == len(meetings)
        assert len(group.meetings) <= SHOWN
        assert all(one in meetings and not one.asked for one in group.meetings)
        assert group.meetings == sorted(group.meetings)


@given(orders())
def test_what_stands_by_itself_keeps_its_order_and_waits_for_no_more_answers_than_before(answers):
    groups = arranged(answers)
    alone = [group.head for group in groups if group.network is None]
    assert alone == sorted(alone)
    for place, group in enumerate(groups):
        if group.network is None or group.head:
            assert place <= group.head.place


@given(orders())
def test_a_later_page_changes_nothing_on_the_pages_before_but_the_heads_and_numbers(answers):
    """More answers at the end move no group, so that a page of hits begins where the one before it ended."""
    first = [group.head.place for group in arranged(answers) if group.head and group.network is None]
    longer = [*answers, Answer(len(answers), "document", 1)]
    assert [g.head.place for g in arranged(longer) if g.head and g.network is None][: len(first)] == first


def test_a_network_is_not_behind_its_own_meetings():
    meetings = [Answer(place, "meeting", 1) for place in range(20)]
    first, network, other = arranged([*meetings, Answer(20, "network", 1), Answer(21, "network", 2)])
    assert (first.head, network.head, network.meetings, network.number) == (
        meetings[0], Answer(20, "network", 1), meetings[1:4], 20,
    )  # fmt: skip
    assert other.head == Answer(21, "network", 2)


def test_a_network_that_does_not_match_stands_above_its_meetings_once_they_are_many():
    few = [Answer(place, "meeting", 1) for place in range(FEW)]
    assert [group.head for group in arranged(few)] == few
    many = [*few, Answer(FEW, "meeting", 1)]
    first, group = arranged(many)
    assert (first.head, group.head, group.network, group.meetings) == (many[0], None, 1, many[1:])


def test_a_meeting_that_was_asked_for_stays_where_it_is():
    answers = [Answer(0, "network", 1), Answer(1, "page", None), Answer(2, "meeting", 1, True)]
    assert [group.head for group in arranged(answers)] == answers


def test_answers_can_stand_alone():
    answers = [Answer(0, "meeting", 1), Answer(1, "network", 1)]
    assert [(group.head, group.network) for group in each_alone(answers)] == [(answers[0], None), (answers[1], None)]
