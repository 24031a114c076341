"""Whatever is sent to an address, the site answers, shows no fault of its own, and nothing of others is changed."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, Page

from .asking import BROKEN, noting, quiet
from .conftest import THUMBNAIL, signed_in
from .content import PUBLIC_WRITES, changes, rows
from .families import Level
from .foreign import CLOSED, KEY, SECRET
from .hostile import Attempt, Breaker, Seen, attempts, each_route, look
from .walk import Address

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings(THUMBNAIL)]
UNKNOWN_MEETING = "00000000-0000-0000-0000-000000000000"
MOST = 1  # attempts at each address in the long test


@pytest.fixture
def breakers(two, secret):
    """A visitor and an editor, whose writes stay, and those who may change it all."""
    administrator = get_user_model().objects.create_superuser("admin", "admin@example.org", "hemligt")
    return {
        Level.VISITOR: Breaker(Client(), [SECRET, CLOSED], keeps=True),
        Level.EDITOR: Breaker(signed_in(two.editor), [SECRET], keeps=True),
        Level.CENTRAL: Breaker(signed_in(two.central)),
        Level.ADMINISTRATOR: Breaker(signed_in(administrator)),
    }


def addresses_of(secret):
    pages = [Address("page", page.get_url(), "") for page in (secret.closed.page, secret.closed.event)]
    return [*each_route(KEY, str(secret.event.translation_key)), *((Level.VISITOR, page) for page in pages)]


def test_one_attempt_at_every_address(breakers, secret):
    """Visitors, editors and central editors by turns, and visitors twice as often: they cost least."""
    before, turns = rows(), [breakers[level] for level in (Level.VISITOR, Level.EDITOR, Level.VISITOR, Level.CENTRAL)]
    with quiet():
        for number, (_, address) in enumerate(addresses_of(secret)):
            breaker = turns[number % len(turns)]
            for attempt in attempts(address, Seen(), 1):
                if address.name not in BROKEN:
                    breaker.send(address.name, attempt)
    assert [each for breaker in breakers.values() for each in breaker.broken] == []
    assert {label for label, _ in changes(before, rows())} <= PUBLIC_WRITES
    assert Client().get("/").status_code == 200


@pytest.mark.long
@pytest.mark.engine
def test_the_roots_of_trees_and_keys_of_nothing(breakers):
    """The first key is that of all trees' roots, which have no parent; the others lead nowhere."""
    roots = {Page.get_first_root_node().pk, Collection.get_first_root_node().pk}
    breaker = breakers[Level.ADMINISTRATOR]
    with quiet():
        for key in (*roots, 0, 2**31, 2**63, 10**30):
            for _, address in each_route(key, UNKNOWN_MEETING):
                if address.name not in BROKEN:
                    for method in ("get", "post"):
                        breaker.send(address.name, Attempt(method, address.path, (key,)))
    assert breaker.broken == []


def reached(level, secret):
    """Visitors' addresses are tried by visitors, and administrators try what nobody else reaches.

    Central editors try editors' addresses again, since they are let in where editors are refused.
    """
    first = {Level.VISITOR: Level.VISITOR, Level.ADMINISTRATOR: Level.ADMINISTRATOR}.get(level, Level.PERSON)
    return [
        address for needed, address in addresses_of(secret) if first <= needed <= level and address.name not in BROKEN
    ]


@pytest.mark.long
@pytest.mark.engine
@pytest.mark.parametrize("level", [Level.VISITOR, Level.EDITOR, Level.CENTRAL, Level.ADMINISTRATOR])
def test_names_and_forms_of_every_address(level, breakers, secret, settings):
    breaker, before = breakers[level], rows()
    tried = reached(level, secret)
    sent = break_all(breaker, tried, settings)
    assert breaker.broken == []
    assert sent >= len(tried) > 30
    assert {label for label, _ in changes(before, rows())} <= PUBLIC_WRITES
    assert breaker.client.get("/").status_code == 200


@pytest.mark.long
@pytest.mark.engine
def test_forms_of_ones_own_pages(two, settings):
    breaker = Breaker(signed_in(two.editor))
    own = [address for _, address in each_route(two.own.event.pk, str(two.own.event.translation_key))]
    keyed = [address for address in own if str(two.own.event.pk) in address.arguments.values()]
    break_all(breaker, keyed, settings)
    assert breaker.broken == []
    assert breaker.client.get("/admin/").status_code == 200


def break_all(breaker, addresses, settings):
    """How many attempts were made, ``MOST`` at each address."""
    noted = Client()
    noted.raise_request_exception = False
    noted.cookies = breaker.client.cookies.copy()
    with noting(settings):
        seen = {address: look(noted, address) for address in addresses}
    all_attempts = [(address.name, each) for address in seen for each in attempts(address, seen[address], MOST)]
    with quiet():
        for name, attempt in all_attempts:
            breaker.send(name, attempt)
    return len(all_attempts)


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_what_is_known_to_be_broken_still_is(name, two):
    """One that fails here was mended: take it out of BROKEN in asking.py."""
    client = signed_in(two.central)
    client.raise_request_exception = False
    with quiet():
        answers = [getattr(client, method)(reverse(name)).status_code for method in ("get", "post")]
    assert 500 in answers
