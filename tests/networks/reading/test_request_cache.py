from itertools import count

import pytest
from django.core.signals import got_request_exception, request_finished, request_started
from django.db import close_old_connections

from networks.reading.request_cache import RequestCache


@pytest.fixture
def cache():
    return RequestCache()


@pytest.fixture
def ask(cache):
    """A function from a key to its answer: how many answers had been read before."""
    numbers = count()
    return lambda key: cache.get(key, lambda: next(numbers))


@pytest.fixture(autouse=True)
def _connections_stay_open():
    """Django closes old connections with a request, as its test client knows."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_outside_of_requests_each_question_is_asked_again(ask):
    assert [ask("a"), ask("a")] == [0, 1]


def test_within_a_request_each_question_is_asked_once(ask):
    request_started.send(None)
    assert [ask("a"), ask("b"), ask("a"), ask("b")] == [0, 1, 0, 1]


@pytest.mark.parametrize("end", [request_finished, got_request_exception])
def test_nothing_outlives_its_request(ask, end):
    request_started.send(None)
    assert [ask("a"), ask("a")] == [0, 0]
    end.send(None)
    assert [ask("a"), ask("a")] == [1, 2]
    request_started.send(None)
    assert [ask("a"), ask("a")] == [3, 3]


def test_a_request_that_never_said_that_it_ended_leaves_nothing_to_the_next(ask):
    request_started.send(None)
    assert ask("a") == 0
    request_started.send(None)
    assert ask("a") == 1


def test_what_is_forgotten_is_read_again_and_kept(cache, ask):
    request_started.send(None)
    assert ask("a") == 0
    cache.forget(sender=None, signal=None)
    assert [ask("a"), ask("a")] == [1, 1]


def test_to_forget_outside_of_a_request_keeps_nothing(cache, ask):
    cache.forget()
    assert [ask("a"), ask("a")] == [0, 1]


def test_each_cache_forgets_for_itself(ask):
    other = RequestCache()
    request_started.send(None)
    assert ask("a") == 0
    other.forget()
    assert ask("a") == 0


def test_an_answer_that_is_none_is_an_answer(cache):
    asked = []
    request_started.send(None)
    assert [cache.get("a", lambda: asked.append(1)) for _ in range(2)] == [None, None]
    assert asked == [1]
