"""Clients that never finish what they began hold up nobody else, with no proxy in front of the server."""

import time
from contextlib import ExitStack

import pytest

from tests.services.dockerfile import server_command
from tests.services.web_server import web_server  # noqa: F401 - a fixture

pytestmark = pytest.mark.long

LONGEST = 10.0  # seconds until a visitor has her page, on a machine that others use too; a held thread waits longer
HALF_A_HEAD = "GET / HTTP/1.1\r\nHost: localhost\r\nUser-Agent: slow"
HALF_A_BODY = (
    "POST /konto/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    "Content-Length: 100000\r\n\r\nlogin=al"
)


def option(name: str) -> int:
    command = server_command()
    return int(command[command.index(name) + 1])


@pytest.mark.parametrize("half", [HALF_A_HEAD, HALF_A_BODY], ids=["half a head", "half a body"])
def test_a_visitor_is_answered_beside_more_slow_clients_than_there_are_threads(web_server, half):  # noqa: F811 - it
    slow = option("--workers") * (1 + option("--blocking-threads"))
    for _ in range(10):  # each worker has imported what a page needs
        web_server.get("/")
    with ExitStack() as open_ones:
        for _ in range(slow):
            open_ones.enter_context(web_server.begin(half))
        time.sleep(0.5)
        for _ in range(5):
            began = time.monotonic()
            assert web_server.get("/", timeout=LONGEST) == 200
            assert time.monotonic() - began < LONGEST
    assert web_server.get("/") == 200
