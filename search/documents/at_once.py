"""Reads the texts of uploaded files as soon as they are committed."""

from networks.at_once import AtOnce

from .reading import read_some, read_waiting


def _read():
    return bool(read_some(1))


documents = AtOnce("documents", _read)


def start():
    """Begin to read what waits. Elsewhere than under a web server it is read on the spot."""
    if documents.enabled:
        documents.start()
    else:
        read_waiting()
