"""A folder that stands for the machine of docs/operations.md, on which its commands run as they are written.

Its addresses are moved into the folder, and its two ports to free ones. What only root may do, or what would change
this machine, is done by programs of the same names: they write down that they were called, and those that do something
as another account do it as this one.
"""

import os
import re
import shlex
import shutil
import signal
import subprocess
import time
from pathlib import Path
from urllib.parse import urlsplit

from tests.services.ports import free_port

from .guide import ROOT

PATIENCE = 300  # seconds, on a machine that others use too
HOST = "natverk.example.org"
STAND_INS = {
    "apt": "",
    "useradd": "",
    "chown": "",
    "systemctl": "",
    "install": 'for last; do :; done; mkdir -p "$last"',
    "su": 'exec sh -c "$3"',
    "runuser": 'shift 3; exec "$@"',
    "nginx": 'exec {nginx} -c {root}/nginx.conf "$@"',
}


class Machine:
    """``run(block)`` runs a block of the guide in one shell, where the one before ended. ``port`` is the proxy's."""

    def __init__(self, folder: Path, database_url: str) -> None:
        self.folder, self.port, self.site_port = folder, free_port(), free_port()
        self.site, self.media = folder / "srv" / "natverk", folder / "srv" / "natverk-media"
        self._where, self._started = folder, []
        self.web: subprocess.Popen | None = None
        self.calls = folder / "calls"
        self.calls.touch()
        self.environment = self._environment(database_url)
        self._repository()
        self._programs()
        self._proxy()

    def _environment(self, database_url):
        """What another program's shell has, and where the PostgreSQL is that stands for the machine's own."""
        kept = {name: os.environ[name] for name in ("HOME", "LANG", "TMPDIR", "PIP_CACHE_DIR") if name in os.environ}
        address = urlsplit(database_url)
        (self.folder / "bin").mkdir()
        return kept | {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "PGHOST": address.hostname or "",
            "PGPORT": str(address.port),
            "PGUSER": address.username or "",
            "PGPASSWORD": address.password or "",
        }

    def _repository(self):
        """What this checkout has committed, where another release can be put on top of it."""
        self.upstream = self.folder / "upstream"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(self.upstream)], check=True)

    def _programs(self):
        real = {"nginx": shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") or "nginx", "root": self.folder}
        for name, does in STAND_INS.items():
            program = self.folder / "bin" / name
            filled = does.format(**real) if name == "nginx" else does
            program.write_text(f'#!/bin/sh\necho {name} "$@" >>{self.calls}\n{filled}\n')
            program.chmod(0o755)

    def _proxy(self):
        """What Debian's nginx.conf does, for an account of one's own: reads what lies in ``sites-enabled``."""
        enabled = self.folder / "etc" / "nginx" / "sites-enabled"
        enabled.mkdir(parents=True)
        (enabled / "default").touch()
        (self.folder / "nginx.conf").write_text(
            f"pid {self.folder}/nginx.pid;\nerror_log {self.folder}/nginx-error.log;\n"
            f"events {{}}\nhttp {{ access_log off; include {enabled}/*; client_body_temp_path {self.folder}/body;\n"
            f"proxy_temp_path {self.folder}/proxy; fastcgi_temp_path {self.folder}/f; uwsgi_temp_path "
            f"{self.folder}/u; scgi_temp_path {self.folder}/s; }}\n"
        )

    def here(self, text: str) -> str:
        """``text`` with this machine's addresses."""
        text = text.replace("ADDRESS-OF-THE-REPOSITORY", str(self.upstream))
        text = re.sub(r"(?<![\w.])/(srv|etc/nginx|backup)\b", rf"{self.folder}/\1", text)
        return re.sub(r"(127\.0\.0\.1:|--port )8000\b", rf"\g<1>{self.site_port}", text)

    def run(self, block: str, **more: str) -> str:
        """What the block prints. Raises AssertionError with all of it if any of its commands fails."""
        script = f"set -e\ncd {shlex.quote(str(self._where))}\n{self.here(block)}\npwd >{self.folder}/where"
        done = subprocess.run(
            ["bash", "-c", script], env=self.environment | more, capture_output=True, text=True, timeout=PATIENCE * 3
        )
        assert done.returncode == 0, f"{block}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        self._where = Path((self.folder / "where").read_text().strip())
        return done.stdout

    def known_to_postgres(self, name: str) -> None:
        """From now on all is done as the account ``name``, which Debian's PostgreSQL knows without a password."""
        self.run(f"psql --quiet postgres -c \"ALTER ROLE {name} PASSWORD '{self.environment['PGPASSWORD']}'\"")
        self.environment["PGUSER"] = name

    def start(self, unit: dict[str, str]) -> subprocess.Popen:
        """What ``systemctl start`` does with a unit."""
        command = shlex.split(self.here(unit["ExecStart"]))
        with (self.folder / "service.log").open("ab") as log:
            started = subprocess.Popen(
                command, cwd=self.here(unit["WorkingDirectory"]), env=self.environment, stdout=log, stderr=log
            )
        self._started.append(started)
        return started

    def wait_for(self, address: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while subprocess.run(["curl", "--silent", "--fail", "--output", "/dev/null", self.here(address)]).returncode:
            log = (self.folder / "service.log").read_text(errors="replace")[-3000:]
            assert time.monotonic() < deadline, f"{address} did not answer\n{log}"
            time.sleep(0.2)

    def proxy(self) -> None:
        """Start nginx with what lies in ``sites-enabled``, on a port that needs no rights."""
        for each in (self.folder / "etc" / "nginx" / "sites-enabled").iterdir():
            each.write_text(each.read_text().replace("listen 80;", f"listen 127.0.0.1:{self.port};"))
        again = ["-s", "reload"] if self._nginx_runs() else []
        subprocess.run([self.folder / "bin" / "nginx", *again], check=True)

    def _nginx_runs(self) -> bool:
        """To try its settings leaves an empty file."""
        written = self.folder / "nginx.pid"
        return written.exists() and bool(written.read_text().strip())

    def end_all(self) -> None:
        for started in self._started:
            started.send_signal(signal.SIGTERM)
        for started in self._started:
            started.wait(PATIENCE)
        self._started.clear()

    def stop(self) -> None:
        self.end_all()
        if self._nginx_runs():
            subprocess.run([self.folder / "bin" / "nginx", "-s", "stop"], check=False)
