from copy import copy

import pytest
from django.test import Client

from tests.factories import make_network

from .visitors_words import ADDRESS, HEADERS, HOST, NAME, WORDS


@pytest.fixture
def visit(log, monkeypatch):
    """A function: a visitor meets ``fault`` (an exception, or an answer), and gets that answer. ``log`` is the file's
    own fixture."""
    network = make_network("Förskolenätverket")
    visitor = Client(raise_request_exception=False, headers=HEADERS, REMOTE_ADDR=HOST)

    def visit(fault):
        def fail(*args, **kwargs):
            password = WORDS  # a local variable, which some reports show
            if isinstance(fault, Exception):
                raise copy(fault) from TypeError(password)  # one that was raised before knows where
            return fault

        monkeypatch.setattr("networks.models.NetworkPage.serve", fail)
        return visitor.post(f"{network.url}?{NAME}={ADDRESS}", {"name": WORDS, "email": ADDRESS})

    return visit
