"""The web server as the image starts it, in processes of its own, on a copy of the test's database."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from .dockerfile import server_command
from .ports import free_port

ROOT = Path(__file__).parents[2]
PATIENCE = 120  # seconds, on a machine that others use too


class WebServer:
    """``port`` of one that answers. ``command`` has its options; whatever is given last wins."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.port = free_port()
        program, *options = command
        here = ["--host", "127.0.0.1", "--port", str(self.port)]
        self._log = folder / "server.log"
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "gr_site.settings.dev",
            "DEBUG": "False",
            "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
            "MEDIA_ROOT": str(folder),
        }
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", program, *options, *here],
                cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT,
            )  # fmt: skip
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                self.get("/healthz")
                return
            except OSError:
                time.sleep(0.1)
        self.stop()
        raise RuntimeError("The server did not start:\n" + self._log.read_text(errors="replace"))

    def get(self, path: str, timeout: float = PATIENCE) -> int:
        """The status of the answer. Raises OSError for none, or none in time (seconds)."""
        with urllib.request.urlopen(f"http://localhost:{self.port}{path}", timeout=timeout) as answer:
            answer.read()
            return answer.status

    def begin(self, text: str) -> socket.socket:
        """Send ``text`` and no more, on a connection that stays open."""
        client = socket.create_connection(("127.0.0.1", self.port))
        client.sendall(text.encode())
        return client

    def stop(self) -> int:
        """As systemd and Docker do. What it ended with."""
        self._process.send_signal(signal.SIGTERM)
        try:
            return self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()


@pytest.fixture
def web_server(committing_db, tmp_path):
    """The image's own server, with the empty site, which it reads from a copy in SQLite."""
    if connection.vendor != "sqlite":
        pytest.skip("how the server treats its clients is the same on every database")
    connection.ensure_connection()
    with closing(sqlite3.connect(tmp_path / "site.sqlite3")) as copy:
        connection.connection.backup(copy)
    server = WebServer(server_command(), tmp_path)
    yield server
    server.stop()
