"""Hostile text costs an address no more than its length: twice the text takes at most 2.5 times the CPU.

The addresses come from the resolver, and the names that take text from what each view asks its query and body for.
Each address gets another kind of text; ``tests/test_growth.py`` tries all kinds on each analysis.
"""

from functools import partial
from http import HTTPStatus
from itertools import cycle

import pytest
from django.conf import settings
from django.db import transaction

from gr_site.policies.headers import ADMIN
from tests.drained import drained
from tests.factories import make_event, make_network
from tests.growth import cpu, in_proportion
from tests.hostile_text import KINDS as TEXTS
from tests.networks.rights.asking import WAY_ON
from tests.networks.rights.conftest import THUMBNAIL
from tests.networks.rights.walk import NotesNames, addresses

from .every_address import KINDS, WORDS

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings(THUMBNAIL)]
LENGTHS = {"get": 4_000, "post": 20_000}  # characters for each name; servers refuse a longer query
LEAST = 0.3  # seconds of CPU; what costs less than this is cheap


@pytest.fixture
def event(site):
    return make_event(make_network(), "2030-02-07")


@pytest.fixture
def quiet_client(editor_client, settings, caplog):
    """An administrator's, who sees a fault as visitors do."""
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, f"{NotesNames.__module__}.NotesNames"]
    editor_client.raise_request_exception = False
    caplog.set_level("CRITICAL", logger="django")
    return editor_client


def walked(event, prefix):
    """One address of each name."""
    words = WORDS | {"key": [str(event.occurrences.get().translation_key)]}
    return {each.name: each.path for each in addresses(event.pk, KINDS, words, prefix=prefix)}


def grown(client, paths):
    """``([(method, path, kind)], [paths that take text])``: the first has those that grow too fast."""
    found, taking = [], []
    kinds = cycle(TEXTS)
    for path in paths:
        for method, length in LENGTHS.items():
            ask(client, method, path, {})
            refused = {WAY_ON} if path.startswith(ADMIN) else set()
            names, kind = sorted(NotesNames.last[method].asked - refused), next(kinds)
            if not names:
                continue
            # Some refuse a text as they should; where most do, no view has been tried.
            answered = ask(client, method, path, dict.fromkeys(names, TEXTS["plain"](100)))
            taking += [] if answered.status_code == HTTPStatus.BAD_REQUEST else [path]
            cost = partial(cost_of, client, method, path, names, kind)
            if not in_proportion(cost, length, least=LEAST):
                found.append((method, path, kind))
    return found, taking


def cost_of(client, method, path, names, kind, size):
    data = dict.fromkeys(names, TEXTS[kind](size))
    return cpu(lambda: ask(client, method, path, data))


def ask(client, method, path, data):
    session = client.session.session_key
    with transaction.atomic():
        response = drained(getattr(client, method)(path, data))
        transaction.set_rollback(True)
    client.cookies[settings.SESSION_COOKIE_NAME] = session  # also if that was to log out
    return response


def test_public_addresses(event, quiet_client):
    paths = [path for path in walked(event, "").values() if not path.startswith("/admin/")]
    found, taking = grown(quiet_client, [*paths, event.url, event.network.url, event.get_parent().get_parent().url])
    assert found == []
    assert len(set(taking)) > 10


@pytest.mark.long
def test_addresses_of_editors(event, quiet_client):
    found, taking = grown(quiet_client, walked(event, "admin/").values())
    assert found == []
    assert len(set(taking)) > 100
