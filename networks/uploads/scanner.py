"""Asks clamd, ClamAV's daemon, whether a file has a virus.

Source: clamd(8), command INSTREAM: chunks of four bytes' length and the bytes, and an empty chunk at the end.
"""

import socket
import struct
from contextlib import closing
from urllib.parse import urlsplit

from django.conf import settings

PATIENCE = 30  # seconds without an answer
CHUNK = 64 * 1024
# What clamd calls a file that it has not examined as a whole, if AlertExceedsMax is on. Otherwise it calls it OK.
_BEYOND_LIMITS = "Heuristics.Limits.Exceeded"


class Unavailable(Exception):
    """Raised where clamd is away, or answers that it could not examine the file."""


def virus(file):
    """The name of the virus in ``file``, or None. None also where ``VIRUS_SCANNER`` is empty.

    The position in ``file`` is at its beginning afterwards. Raises Unavailable.
    """
    if not settings.VIRUS_SCANNER:
        return None
    try:
        answer = _answer(file)
    except (OSError, ValueError) as error:
        raise Unavailable(str(error)) from error
    finally:
        file.seek(0)
    if answer.endswith(" FOUND") and _BEYOND_LIMITS not in answer:
        return answer.removeprefix("stream: ").removesuffix(" FOUND")
    if answer != "stream: OK":
        raise Unavailable(answer)
    return None


def _answer(file):
    file.seek(0)
    with closing(_connected()) as connection:
        connection.sendall(b"zINSTREAM\0")
        while chunk := file.read(CHUNK):
            connection.sendall(struct.pack("!L", len(chunk)) + chunk)
        connection.sendall(struct.pack("!L", 0))
        with connection.makefile("rb") as stream:
            return stream.read(4096).rstrip(b"\0\n").decode("utf-8", "replace")


def _connected():
    address = urlsplit(settings.VIRUS_SCANNER)
    if address.scheme == "unix":
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(PATIENCE)
        try:
            connection.connect(address.path)
        except OSError:
            connection.close()
            raise
        return connection
    return socket.create_connection((address.hostname, address.port or 3310), timeout=PATIENCE)
