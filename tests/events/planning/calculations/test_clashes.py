"""What counts as a clash, at the edges."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.planning.calculations.clashes import Slot, Timetable

DAY = date(2027, 2, 12)
RELATED = {1: frozenset({2}), 2: frozenset({1})}


def slot(key="a", network=1, day=DAY, start=time(8, 30), end=time(11, 30), **fields):
    return Slot(key, f"Nätverk {network}", frozenset({network}), day, start=start, end=end, **fields)


def clashes(one, *others, related=RELATED):
    found = Timetable([one, *others], related).clashes(one)
    return [words.replace("\u00a0", " ") for words in found]


def test_a_meeting_is_not_in_its_own_way():
    assert clashes(slot()) == []


def test_the_same_network_the_same_day_whatever_the_time():
    other = slot("b", start=time(13), end=time(15))
    assert clashes(slot(), other) == ["Samma nätverk samma dag: Nätverk 1 kl. 13.00–15.00."]


def test_related_networks_clash_only_at_the_same_time():
    assert clashes(slot(), slot("b", 2, start=time(11, 30), end=time(12))) == []
    assert clashes(slot(), slot("b", 2, start=time(11, 29), end=time(12))) == [
        "Närstående nätverk samtidigt: Nätverk 2 kl. 11.29–12.00."
    ]
    assert clashes(slot(), slot("b", 3)) == []


def test_one_place_holds_one_meeting_at_a_time():
    here, there = slot(place="Stadshuset, Mölndal"), slot("b", 3, place=" stadshuset, mölndal ")
    assert clashes(here, there) == ["Samma plats samtidigt: Nätverk 3 kl. 08.30–11.30."]
    assert clashes(here, slot("b", 3, place="Stadshuset, Mölndal", start=time(12), end=time(13))) == []


@pytest.mark.parametrize("place", ["", "Teams", "Digitalt via Teams", "Zoom."])
def test_no_place_and_a_link_are_no_room(place):
    assert clashes(slot(place=place), slot("b", 3, place=place)) == []


@pytest.mark.parametrize("other", [slot("b", 2, start=None, end=None), slot("b", 2, start=time(7), end=None)])
def test_an_unknown_time_may_be_any_time(other):
    assert len(clashes(slot(), other)) == 1


def test_a_meeting_of_two_days_is_in_the_way_on_both():
    two_days = slot("b", 2, day=date(2027, 2, 11), days=2)
    assert clashes(slot(), two_days) == [
        "Närstående nätverk samtidigt: Nätverk 2 11 februari kl. 08.30 – 12 februari kl. 11.30."
    ]
    assert clashes(slot(day=date(2027, 2, 13)), two_days) == []


def test_the_gravest_comes_first_and_each_once():
    other = Slot("b", "Gemensamt", frozenset({1, 2}), DAY, place="Stadshuset")
    words = clashes(slot(place="Stadshuset"), slot("c", 2), other)
    assert [text.split(":")[0] for text in words] == ["Samma nätverk samma dag", "Närstående nätverk samtidigt"]


def test_many_clashes_are_one_sentence_that_stays_short():
    others = [slot(str(number), 3, place="Salen", start=None, end=None) for number in range(5)]
    assert clashes(slot(place="Salen"), *others[:2]) == ["Samma plats samtidigt: Nätverk 3 och Nätverk 3."]
    assert clashes(slot(place="Salen"), *others[:4]) == [
        "Samma plats samtidigt: Nätverk 3, Nätverk 3, Nätverk 3 och Nätverk 3."
    ]
    assert clashes(slot(place="Salen"), *others) == [
        "Samma plats samtidigt: Nätverk 3, Nätverk 3, Nätverk 3 och 2 till."
    ]


TIMES = st.integers(0, 22).map(time)
SLOTS = st.builds(
    slot,
    st.uuids().map(str),
    st.integers(1, 4),
    st.dates(DAY, date(2027, 2, 16)),
    TIMES,
    st.just(time(23)) | st.none(),
    days=st.integers(1, 2),
    place=st.sampled_from(["", "Teams", "Salen"]),
)


@given(SLOTS, SLOTS)
def test_clashing_is_mutual(one, other):
    assert len(clashes(one, other)) == len(clashes(other, one))
