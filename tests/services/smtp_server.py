"""A mail server on a port of its own, which keeps what it takes and is as difficult as the address that is written to.

``later@`` gets 451, ``never@`` 550, ``full@`` 552 after the text; ``drop@`` is hung up on before the text; of
``silent@`` the server takes the letter and never says so.
"""

import socketserver
import threading
from email import message_from_bytes, policy

AT_RECIPIENT = {"later": b"451 4.3.0 Try again later", "never": b"550 5.1.1 No such mailbox"}


class _Session(socketserver.StreamRequestHandler):
    def handle(self):
        self.server.connections += 1
        self._say(b"220 letters.example.org")
        while line := self.rfile.readline().decode().strip():
            verb = line.split()[0].upper()
            if verb == "QUIT":
                return self._say(b"221 2.0.0 Bye")
            if getattr(self, f"_{verb.lower()}", self._ok)(line) == "hang up":
                return None
        return None

    def _say(self, words):
        self.wfile.write(words + b"\r\n")

    def _ok(self, line):
        self._say(b"250 2.0.0 OK")

    def _mail(self, line):
        self._say(self.server.at_sender)

    def _rcpt(self, line):
        self._who = line.partition("<")[2].partition("@")[0]
        if self._who == "drop":
            return "hang up"
        return self._say(AT_RECIPIENT.get(self._who, b"250 2.1.5 OK"))

    def _data(self, line):
        self._say(b"354 Go on")
        text = b""
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            text += line.removeprefix(b".")
        if self._who == "full":
            return self._say(b"552 5.2.2 Mailbox full")
        self.server.taken.append(text)
        self.server.has_taken.set()
        if self._who == "silent":
            self.server.has_ended.wait()
            return "hang up"
        return self._say(b"250 2.0.0 OK")


class SmtpServer(socketserver.ThreadingTCPServer):
    """``with SmtpServer() as server``: it listens on ``server.port``; ``server.letters`` is what it has taken."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Session)
        self.port = self.server_address[1]
        self.at_sender = b"250 2.1.0 OK"
        self.taken, self.connections = [], 0
        self.has_taken, self.has_ended = threading.Event(), threading.Event()

    def __enter__(self):
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *fault):
        self.has_ended.set()
        self.shutdown()
        self.server_close()

    @property
    def letters(self):
        return [message_from_bytes(text, policy=policy.default) for text in self.taken]
