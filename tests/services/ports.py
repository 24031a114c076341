"""Ports of the loopback address for servers that tests start."""

import socket


def free_port() -> int:
    """One that nothing listens to now."""
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])
