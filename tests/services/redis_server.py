"""A Redis on a port of its own, which keeps nothing on disk. Debian, Ubuntu: apt install redis-server"""

import shutil
import signal
import subprocess
import tempfile

from .ports import free_port


class RedisServer:
    """One server. ``address`` is what CACHE_URL takes. It starts, freezes and is killed as often as one likes."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="redis-")
        self._process: subprocess.Popen[str] | None = None
        self._port = free_port()
        self.address = f"redis://127.0.0.1:{self._port}/0"

    def start(self) -> "RedisServer":
        """Starts it unless it runs, and returns when it listens."""
        if self._process:
            return self
        program = shutil.which("redis-server")
        if program is None:
            raise RuntimeError("redis-server is not installed (Debian, Ubuntu: apt install redis-server).")
        settings = ["--port", str(self._port), "--bind", "127.0.0.1", "--dir", self._folder.name]
        settings += ["--save", "", "--appendonly", "no", "--daemonize", "no"]
        self._process = subprocess.Popen([program, *settings], stdout=subprocess.PIPE, text=True)
        lines = []
        for line in self._process.stdout or ():
            lines.append(line)
            if "Ready to accept connections" in line:
                return self
        raise RuntimeError("redis-server did not start:\n" + "".join(lines))

    def freeze(self) -> None:
        """It takes connections and never answers."""
        self._send(signal.SIGSTOP)

    def thaw(self) -> None:
        self._send(signal.SIGCONT)

    def kill(self) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def stop(self) -> None:
        self.kill()
        self._folder.cleanup()

    def _send(self, what: signal.Signals) -> None:
        if self._process:
            self._process.send_signal(what)
