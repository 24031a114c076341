"""The cache in a real Redis: what one process keeps, another finds, and without it nothing fails."""

import subprocess
import sys
import time
from threading import Thread

import pytest
from django.core.cache import caches
from hypothesis import given, settings
from hypothesis import strategies as st

from gr_site.settings.environment import Environment
from gr_site.shared_cache import backend
from networks import pauses
from tests.examples import examples
from tests.factories import make_event, make_network
from tests.services.redis_server import RedisServer

pytestmark = pytest.mark.redis
KEYS, VALUES = st.sampled_from("abc"), st.integers() | st.text(max_size=3) | st.binary(max_size=3)
STEPS = st.lists(
    st.tuples(st.sampled_from(["set", "add"]), KEYS, VALUES)
    | st.tuples(st.sampled_from(["delete", "get"]), KEYS, st.none())
    | st.tuples(st.sampled_from(["freeze", "thaw"]), st.none(), st.none()),
    max_size=12,
)


@pytest.fixture(scope="module")
def running():
    server = RedisServer().start()
    yield server
    server.stop()


@pytest.fixture
def redis(running, settings, monkeypatch):
    """A Redis that answers, is empty, and is asked again at once after a fault."""
    monkeypatch.setattr(pauses, "FIRST_PAUSE", 0.0)
    monkeypatch.setattr(pauses, "LONGEST_PAUSE", 0.0)
    backend.line_to.cache_clear()
    settings.CACHES = {"default": given_to(running.address)}
    running.start()
    caches["default"].clear()
    yield running
    hang_up(caches["default"])


def hang_up(cache):
    for pool in cache._cache._pools.values():
        pool.disconnect()


def given_to(address):
    env = Environment()
    env.ENVIRON = {"CACHE_URL": address}
    return env.cache("CACHE_URL", default="")


def test_another_process_finds_what_is_kept(redis):
    caches["default"].set("word", "å")
    program = (
        "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'gr_site.settings.test'; import django; django.setup();"
        "from django.core.cache import cache; print(cache.get('word')); cache.set('word', 'ä')"
    )
    environment = {"CACHE_URL": redis.address, "PATH": "/usr/bin:/bin"}
    ended = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True)
    assert (ended.stdout, caches["default"].get("word")) == ("å\n", "ä")


def test_another_release_does_not(redis, monkeypatch):
    caches["default"].set("word", "å")
    monkeypatch.setattr(backend, "release", lambda: "later")
    other = backend.SharedCache(redis.address, {})
    assert (other.get("word"), caches["default"].get("word")) == (None, "å")
    hang_up(other)


def test_nothing_fails_while_it_is_away(redis):
    cache = caches["default"]
    cache.set_many({"one": 1, "two": 2})
    assert (cache.get_many(["one", "two"]), cache.incr("one")) == ({"one": 1, "two": 2}, 2)
    with pytest.raises(ValueError, match="not found"):
        cache.incr("three")
    redis.kill()
    assert (cache.get("one", "none"), cache.get_many(["one"]), cache.has_key("one")) == ("none", {}, False)
    assert (cache.set("one", 2), cache.set_many({"one": 2}), cache.touch("one")) == (None, ["one"], False)
    assert (cache.add("one", 2), cache.incr("one", 3), cache.get_or_set("one", 4)) == (True, 3, 4)
    assert (cache.delete("one"), cache.delete_many(["one"]), cache.clear()) == (False, None, False)
    redis.start()
    cache.set("one", 5)
    assert cache.get("one") == 5


@pytest.mark.django_db
def test_visitors_notice_nothing(redis, site, client):
    event = make_event(make_network("Nätverket"), "2030-02-07")
    pages = [event.url, "/kalender/2030/2/", "/ics/regionen.ics", f"/ics/handelse/{event.translation_key}.ics"]
    before = [client.get(address).content for address in pages]
    assert client.get("/readyz").json()["cache"] == "up"
    redis.kill()
    assert [client.get(address).content for address in pages] == before
    ready = client.get("/readyz")
    assert (ready.status_code, ready.json()["status"], ready.json()["cache"]) == (200, "degraded", "degraded")
    redis.start()
    assert [client.get(address).content for address in pages] == before


def test_one_visitor_waits_for_a_frozen_one_and_the_others_do_not(redis, monkeypatch):
    monkeypatch.setattr(pauses, "FIRST_PAUSE", 60.0)
    monkeypatch.setattr(pauses, "LONGEST_PAUSE", 60.0)
    caches["default"].set("word", "å")
    redis.freeze()
    try:
        before = time.monotonic()
        assert [caches["default"].get("word") for _ in range(1000)] == [None] * 1000
        assert time.monotonic() - before < 10  # a thousand times its limit would be over three minutes
    finally:
        redis.thaw()


@given(steps=STEPS)
@settings(max_examples=examples(15), deadline=None)
def test_what_changed_while_it_was_away_is_not_answered_as_it_was(running, steps):
    """It may have forgotten anything at any time, but never answers what has been replaced or deleted."""
    backend.line_to.cache_clear()
    running.start()
    cache = backend.SharedCache(running.address, given_to(running.address) | {"KEY_PREFIX": "steps"})
    cache.clear()
    line, now = cache.line, {}
    line.pauses = pauses.Pauses(clock=iter(range(10**6, 10**9, 1000)).__next__)
    try:
        for what, key, value in steps:
            if what in ("freeze", "thaw"):
                getattr(running, what)()
            elif what == "get":
                assert cache.get(key) in (None, now.get(key))
            elif what == "delete":
                now.pop(key, None)
                cache.delete(key)
            elif what == "set":
                now[key] = value
                cache.set(key, value)
            elif cache.add(key, value) and key not in now:
                now[key] = value
        running.thaw()
        for key in "abc":
            assert cache.get(key) in (None, now.get(key))
    finally:
        running.thaw()
        hang_up(cache)


def test_threads_share_what_they_know_of_it(redis):
    redis.kill()
    caches["default"].set("word", "å")
    seen = []
    thread = Thread(target=lambda: seen.append(caches["default"].line.owed))
    thread.start()
    thread.join()
    assert seen == [{caches["default"].make_key("word")}]
