"""One failed call keeps the next from waiting."""

import threading

import pytest

from networks.pauses import FIRST_PAUSE, LONGEST_PAUSE
from search.elasticsearch.breaker import Breaker, Unavailable


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def breaker(clock):
    return Breaker(clock)


def fault():
    raise ConnectionError("refused")


def fail(breaker):
    with pytest.raises(Unavailable, match="refused"):
        breaker.call(fault, 1)


def test_answers_go_through(breaker):
    assert [breaker.call(lambda: 7, 1) for _ in range(2)] == [7, 7]


def test_after_a_fault_nothing_is_asked_until_the_pause_is_over(breaker, clock):
    fail(breaker)
    clock.now = FIRST_PAUSE - 0.1
    with pytest.raises(Unavailable, match="a moment ago"):
        breaker.call(lambda: 7, 1)
    clock.now = FIRST_PAUSE
    assert breaker.call(lambda: 7, 1) == 7


def test_pauses_grow_to_their_limit_and_end_with_the_first_answer(breaker, clock):
    for _ in range(10):
        fail(breaker)
        clock.now += LONGEST_PAUSE
    assert breaker.call(lambda: 7, 1) == 7
    fail(breaker)
    clock.now += FIRST_PAUSE
    assert breaker.call(lambda: 7, 1) == 7


def test_only_one_call_finds_out_whether_the_fault_is_over(breaker, clock):
    fail(breaker)
    clock.now = FIRST_PAUSE

    def meanwhile():
        with pytest.raises(Unavailable, match="a moment ago"):
            breaker.call(lambda: 7, 1)
        return 8

    assert breaker.call(meanwhile, 1) == 8


def test_silence_is_a_fault(breaker):
    answered = threading.Event()
    try:
        with pytest.raises(Unavailable):
            breaker.call(answered.wait, 0.01)
    finally:
        answered.set()
