"""A Sentry gets where something went wrong, and nothing about whoever asked: read from what a real server is sent."""

import gzip
import json
import logging
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, Queue

import brotli
import pytest
from django.contrib.auth import get_user_model
from django.db import connection

from gr_site.logs import sentry
from gr_site.release import release

from .captured import production_log
from .visitors_words import ADDRESS, FAULTS, HOST, NAME, NUMBER, PERSONAL, WORDS

pytestmark = pytest.mark.django_db
PATIENCE = 30  # seconds, on a machine that others use too
DECODE = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}
KEYS = {
    "event_id", "timestamp", "platform", "level", "logger", "logentry", "tags", "exception", "release", "environment",
    "server_name", "sdk",
}  # fmt: skip


class Receiver:
    """Stands for a Sentry. ``bodies`` are what it was sent, with its headers before it."""

    def __init__(self):
        self.bodies = Queue()
        bodies = self.bodies

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                bodies.put((f"{self.path}\n{self.headers}", DECODE[self.headers["Content-Encoding"]](body).decode()))
                self.send_response(200)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"{}")

            def log_message(self, *args):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.dsn = f"http://key@127.0.0.1:{self._server.server_port}/1"
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    def next(self):
        """``(all that was sent as text, the event)``"""
        head, body = self.bodies.get(timeout=PATIENCE)
        lines = body.split("\n")
        items = [json.loads(each) for each in lines[1::2] if each]
        [event] = [json.loads(lines[2 + 2 * place]) for place, each in enumerate(items) if each["type"] == "event"]
        return head + body, event

    def close(self):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def receiver(settings):
    running = Receiver()
    settings.SENTRY_DSN = running.dsn
    yield running
    sentry.client(running.dsn).close()
    running.close()


@pytest.fixture
def log(site, receiver, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    with production_log() as caught:
        yield caught


def personal(sent):
    """The personal words in ``sent``; an address of 127.0.0.1 is the receiver's own."""
    return [word for word in PERSONAL if word.casefold() in sent.casefold()]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
def test_a_fault_of_a_request(visit, receiver, fault):
    connection.force_debug_cursor = True  # some reports show the queries before the fault, with their values
    try:
        get_user_model().objects.filter(email=ADDRESS, first_name=NAME).exists()
        response = visit(fault)
    finally:
        connection.force_debug_cursor = False
    if response.status_code == 400:
        return
    sent, event = receiver.next()
    assert personal(sent) == []
    assert "förskole" not in sent.casefold()
    assert event.keys() <= KEYS
    tags = {"request": response["X-Request-ID"], "view": "wagtail_serve", "method": "POST"}
    assert (event["tags"], event["level"], event["logger"]) == (tags, "error", "django.request")
    assert event["release"] == release()
    cause, error = event["exception"]["values"]
    assert (cause["type"], error["type"]) == ("TypeError", type(fault).__name__)
    frame = error["stacktrace"]["frames"][-1]
    assert (frame["filename"], frame["function"], frame["in_app"]) == ("tests/gr_site/logs/conftest.py", "fail", True)
    assert {each["in_app"] for each in error["stacktrace"]["frames"]} == {True, False}
    assert not any("vars" in each for value in (cause, error) for each in value["stacktrace"]["frames"])


def test_a_fault_outside_requests_and_other_packages_words(log, receiver):
    logging.getLogger("other").error("Sent to %s from %s (%s): /sok/?q=%s", ADDRESS, HOST, NUMBER, NAME)
    sent, event = receiver.next()
    assert event["logentry"]["formatted"] == "Sent to [e-mail] from [network address] ([number]): /sok/?[query]"
    assert (personal(sent), event["tags"]) == ([], {})
    logging.getLogger("other").critical("Over")
    assert receiver.next()[1]["level"] == "fatal"


def test_nothing_else_is_sent(log, receiver, settings, client):
    logging.getLogger("other").warning(WORDS)
    logging.getLogger("sentry_sdk.errors").error(WORDS)
    client.get(f"/{NAME}/", headers={"host": "alva.example"})
    settings.SENTRY_DSN = ""
    logging.getLogger("other").error(WORDS)
    sentry.client(receiver.dsn).flush(PATIENCE)
    with pytest.raises(Empty):
        receiver.bodies.get_nowait()


def test_what_cannot_be_sent_takes_nothing_from_the_visitor(visit, log, receiver, monkeypatch):
    monkeypatch.setattr(sentry, "event_of", lambda record: {}["nothing"])
    assert visit(KeyError()).status_code == 500
    assert {line["logger"] for line in log.lines()} == {"gr_site.logs.sentry", "django.request"}
