"""A real OpenID Connect provider (oidc-provider-mock) on a port of its own, in a process of its own."""

import json
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, build_opener

from .ports import free_port


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


class OidcProvider:
    """``with OidcProvider(people) as provider``. ``people`` are claims as dicts, each with its ``sub``."""

    def __init__(self, people):
        self._people = people

    def __enter__(self):
        program = shutil.which("oidc-provider-mock", path=str(Path(sys.executable).parent))
        claims = [part for person in self._people for part in ("--user-claims", json.dumps(person))]
        port = free_port()
        command = [program, "--port", str(port), *claims]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        lines = []
        for line in self._process.stdout:
            lines.append(line)
            if re.search(r"running on", line):
                self.url = f"http://127.0.0.1:{port}"
                # What it goes on to say is read, or it would wait for a reader.
                self._rest = threading.Thread(target=self._process.stdout.read)
                self._rest.start()
                return self
        raise RuntimeError("The provider did not start:\n" + "".join(lines))

    def __exit__(self, *fault):
        self._process.terminate()
        self._rest.join()
        self._process.stdout.close()
        self._process.wait()

    def log_in(self, address, sub):
        """Log ``sub`` in at the page that the site leads to. Gives the address that the browser is sent back to."""
        return self._send(address, sub=sub)

    def cancel(self, address):
        return self._send(address, action="deny")

    def _send(self, address, **form):
        try:
            build_opener(_Stay).open(address, urlencode(form).encode(), timeout=30)
        except HTTPError as answer:
            return answer.headers["Location"]
        raise AssertionError("The provider did not lead back.")
