"""Requests that nobody can answer are counted, and told of in one line a minute."""

import logging

from gr_site.logs import hostile

from .captured import production_log


def test_a_thousand_are_one_line_a_minute(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(hostile, "monotonic", lambda: now[0])
    counts = hostile.HostileCounts()
    with production_log() as log:
        for number in range(1000):
            now[0] = number * 0.1  # a hundred seconds
            counts.add("host" if number % 2 else "not_found")
    [line] = log.lines()
    assert line["message"].endswith(": host 300, not_found 301")


def test_a_fault_of_ours_is_never_counted_away():
    for name, status in [("django.request", 500), ("django.request", 503), ("gr_site", None)]:
        record = logging.LogRecord(name, logging.ERROR, "", 0, "x", (), None)
        if status:
            record.status_code = status
        assert hostile.Hostile().filter(record)


def test_a_suspicious_request_is_counted_once(client, settings, monkeypatch):
    added = []
    monkeypatch.setattr(hostile.counts, "add", added.append)
    settings.ALLOWED_HOSTS = ["example.org"]
    with production_log() as log:
        assert client.get("/", headers={"host": "evil.example"}).status_code == 400
    assert (added, log.lines()) == (["host"], [])
