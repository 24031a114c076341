"""The demo site as production serves it, on loopback: compressed files with digests in their names, no debugging.

The demo content is kept in ``var/`` with the day it was made for, and copied for each run: nothing a test does stays.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from tests.services.ports import free_port

ROOT = Path(__file__).parents[2]
SHAPES = ["requirements.lock", "manage.py", "tests/accessibility/demo_server.py", "tests/accessibility/prepare.py"]
SUFFIXES = {".py", ".toml", ".po", ".webp"}
PATIENCE = 60  # seconds; about 2 on an idle machine with two cores


def _environment(folder: Path, port: int = 8000) -> dict[str, str]:
    return os.environ | {
        "ALLOWED_HOSTS": "localhost",
        "BASE_URL": f"http://localhost:{port}",
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "tests.accessibility.settings",
        "ELASTICSEARCH_URL": "",
        "MEDIA_ROOT": str(folder / "media"),
        "SECRET_KEY": "for-tests-only-and-not-secret-at-all",
        "SECURE_SSL_REDIRECT": "False",
        "STATIC_ROOT": str(folder / "static"),
    }


def _digest() -> str:
    """Of all that shapes the content, and of the day: the demo's meetings stand around it."""
    digest = hashlib.sha256(date.today().isoformat().encode())  # noqa: DTZ011 - only the name of a copy
    packages = [path for name in ("gr_site", "search", "events", "networks") for path in (ROOT / name).rglob("*")]
    for path in sorted(path for path in packages if path.suffix in SUFFIXES):
        digest.update(path.read_bytes())
    for path in sorted(path for pattern in SHAPES for path in ROOT.glob(pattern)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def prepared() -> Path:
    """A folder with the demo's database, its pictures and ``addresses.json``; made where there is none for today."""
    folder = ROOT / "var" / f"accessibility-{_digest()}"
    if folder.exists():
        return folder
    for outdated in folder.parent.glob("accessibility-*"):
        shutil.rmtree(outdated, ignore_errors=True)
    unfinished = folder.with_name(f"{folder.name}.{os.getpid()}")
    for name in ("media", "static"):
        (unfinished / name).mkdir(parents=True)
    environment = _environment(unfinished)
    for command in (["migrate", "--no-input", "--verbosity", "0"], ["load_demo", "--force"]):
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True, stdout=-3)
    command = [sys.executable, "-m", "tests.accessibility.prepare"]
    answer = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE)
    (unfinished / "addresses.json").write_bytes(answer.stdout)
    unfinished.rename(folder)
    return folder


class DemoServer:
    """``url`` is its root. ``public`` and ``admin``: names of pages and states with their paths. ``session``: the key
    of a central editor's session."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="accessibility-"))
        shutil.copytree(prepared(), self._folder, dirs_exist_ok=True)
        addresses: dict[str, Any] = json.loads((self._folder / "addresses.json").read_text())
        self.public: dict[str, str] = addresses["public"]
        self.admin: dict[str, str] = addresses["admin"]
        self.session: str = addresses["session"]
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"

    def start(self) -> "DemoServer":
        environment = _environment(self._folder, self.port)
        with closing(sqlite3.connect(self._folder / "site.sqlite3")) as database, database:
            database.execute("UPDATE wagtailcore_site SET port = ?", [self.port])
        collect = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
        subprocess.run(collect, cwd=ROOT, env=environment, check=True)
        command = [sys.executable, "-m", "gunicorn", "tests.accessibility.wsgi", "--bind", f"127.0.0.1:{self.port}"]
        with (self._folder / "server.log").open("wb") as log:
            self._process = subprocess.Popen(
                [*command, "--threads", "4"], cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT
            )
        self._wait()
        return self

    def _wait(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/robots.txt"):  # noqa: S310 - our own address
                    return
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.1)
        log = (self._folder / "server.log").read_text(errors="replace")
        self.stop()
        raise RuntimeError("The demo site did not start:\n" + log)

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)
