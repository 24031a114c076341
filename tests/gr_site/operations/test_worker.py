"""The worker wakes for what has a time of its own, outlives a database that is away, and ends cleanly."""

import os
import signal
import threading
import time

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.db.utils import ConnectionHandler

from gr_site.operations import due, nightly
from gr_site.operations import worker as module
from gr_site.operations.worker import Worker
from networks.models import Letter
from networks.outbox.posting import post

working = []


def begin():
    """A worker whose next round is an hour away once the first is done."""
    worker = Worker(every=3600, glance=0.05)
    thread = threading.Thread(target=worker.run)
    thread.start()
    working.append((worker, thread))


def end():
    worker, thread = working.pop()
    worker.stop()
    thread.join(60)
    return thread.is_alive()


def write():
    post(Letter(to="anna@example.org", subject="Hej", text="Hej", kind="test"))


def states():
    return list(Letter.objects.values_list("state", flat=True))


def work_until_told():
    """As ``manage.py worker`` in a process of its own, which gets SIGTERM in the middle of a piece."""
    pieces = []

    def slow():
        for number in range(100):
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(0.05)
            pieces.append(number)
            yield

    nightly.ALL[:] = [nightly.Work("slow", slow)]
    call_command("worker")
    return pieces


def test_a_letter_does_not_wait_for_the_next_minute_and_a_stop_not_for_the_end(site_process):
    worker, web = site_process(), site_process()
    worker(begin)
    web(write)
    until = time.monotonic() + 100
    while web(states) != ["sent"] and time.monotonic() < until:
        time.sleep(0.1)
    assert web(states) == ["sent"]
    assert worker(end) is False
    assert worker(work_until_told) == [0]


@pytest.fixture
def no_database(monkeypatch):
    """Keeps the worker from closing the connections that other tests go on with."""
    monkeypatch.setattr(module, "close_old_connections", lambda: None)
    monkeypatch.setattr(module, "connections", ConnectionHandler({}))


@pytest.mark.usefixtures("no_database")
def test_a_database_that_is_away_is_asked_again_and_told_of_once_a_minute(monkeypatch, caplog):
    worker, tries = Worker(every=0), []

    def away(**options):
        tries.append(options)
        if len(tries) == 5:
            worker.stop()
        raise OperationalError("connection refused")

    monkeypatch.setattr(due, "run", away)
    worker.run()
    assert len(tries) == 5
    assert [record.getMessage() for record in caplog.records] == [
        "The database does not answer, and is asked again: connection refused"
    ]


@pytest.mark.usefixtures("no_database")
@pytest.mark.parametrize("fault", [RecursionError, ValueError])
def test_no_fault_ends_the_worker(monkeypatch, caplog, fault):
    worker, tries = Worker(every=0), []

    def fails(**options):
        tries.append(options)
        if len(tries) == 3:
            worker.stop()
        raise fault("a fault")

    monkeypatch.setattr(due, "run", fails)
    worker.run()
    assert len(tries) == 3
