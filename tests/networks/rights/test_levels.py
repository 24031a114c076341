"""Who is let in at no address of a kind gets nothing from it, whatever key she puts into it (see families.py)."""

from fnmatch import fnmatchcase

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from .asking import KINDS, WORDS, Asker, is_refusal, noting
from .conftest import THUMBNAIL, make_user, signed_in
from .content import PUBLIC_WRITES, changes, rows
from .families import Level, families, level_of, named_routes
from .foreign import CLOSED, KEY, SECRET
from .walk import Address, addresses

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings(THUMBNAIL)]


@pytest.fixture
def askers(two, secret):
    """Somebody of each level. Central editors and administrators may see it all."""
    visitor = Asker(Client(), [SECRET, CLOSED])
    person = Asker(signed_in(make_user("person")), [SECRET, CLOSED])
    administrator = get_user_model().objects.create_superuser("admin", "admin@example.org", "hemligt")
    central = [Asker(signed_in(user), []) for user in (two.central, administrator)]
    return [visitor, person, Asker(signed_in(two.editor)), *central]


def all_addresses(*things):
    """``[(level, address)]`` with KEY and the UUIDs of ``things`` in them."""
    names = named_routes()
    keys = [str(thing.translation_key) for thing in things]
    found = {}
    for address in addresses(KEY, KINDS, WORDS | {"key": keys}, prefix=""):
        found.setdefault(address.path, (level_of(names[address.route]), address))
    return list(found.values())


def test_every_address_has_its_line():
    """One that fails here is new: say in families.py who may enter, and nobody else is let in."""
    names = set(named_routes().values())
    assert sorted(name for name in names if level_of(name) is None) == []


def test_every_line_has_its_address():
    names = set(named_routes().values())
    idle = [pattern for pattern in families() if not any(fnmatchcase(name, pattern) for name in names)]
    assert idle == []


def let_in(asker, address):
    answers = {method: asker.ask(method, address) for method in ("get", "post")}
    return [(method, address.path, answer.status_code) for method, answer in answers.items() if not is_refusal(answer)]


PERSON = pytest.param(Level.PERSON, marks=pytest.mark.long)  # each refusal is a whole page to her


@pytest.mark.parametrize("level", [Level.VISITOR, PERSON, Level.EDITOR, Level.CENTRAL])
def test_nobody_below_an_address_s_level_gets_in(level, askers, secret, settings):
    asker, before, bad = askers[level], rows(), []
    with noting(settings):
        for needed, address in all_addresses(secret.event, secret.hidden):
            if needed > level:
                bad += let_in(asker, address)
    assert bad == []
    assert sorted(asker.found) == []
    assert changes(before, rows()) == {}


# They read the body as it was sent, which whoever notes names has read before them: test_reports.py.
RAW = {"policy_reports"}


def closed_and_hidden(secret):
    closed = secret.closed
    return [secret.event, secret.hidden, closed.page, closed.event, closed.event.occurrences.get()]


@pytest.mark.parametrize("level", [Level.VISITOR, pytest.param(Level.PERSON, marks=pytest.mark.long)])
def test_public_addresses_show_nothing_that_is_hidden_or_closed(level, askers, secret, settings):
    asker, before = askers[level], rows()
    with noting(settings):
        for needed, address in all_addresses(*closed_and_hidden(secret)):
            if needed <= level and address.name not in RAW:
                asker.try_names(address, ("get", "post"))
        for page in (secret.closed.page, secret.closed.event):
            asker.ask("get", Address("page", page.get_url(), ""))
    assert sorted(asker.found) == []
    assert {label for label, _ in changes(before, rows())} <= PUBLIC_WRITES


# They ask for something of their own first, or nobody gets anything there; no register's chooser makes new rows.
ANSWERED_OTHERWISE = {
    "wagtailadmin_logout",
    "wagtailadmin_block_preview",
    "wagtailsnippets:index",
    "network_editors:add",
    "cancel_coming_of_pages",
}


def is_otherwise(name):
    return name in ANSWERED_OTHERWISE or (name.startswith("wagtailsnippetchoosers_") and name.endswith(":create"))


def is_shut(asker, address):
    return all(is_refusal(asker.ask(method, address)) for method in ("get", "post"))


@pytest.mark.long
@pytest.mark.parametrize("level", [Level.EDITOR, Level.CENTRAL, Level.ADMINISTRATOR])
def test_whoever_may_enter_gets_in(level, askers, secret, settings):
    """A line that asks for too much would be no test of those below it."""
    asker, names, out = askers[level], named_routes(), []
    with noting(settings):
        for needed, address in all_addresses(secret.event):
            plain = "<" not in address.route and "^" not in address.route
            if needed == level and plain and not is_otherwise(names[address.route]) and is_shut(asker, address):
                out.append(address.path)
    assert out == []
    assert sorted(asker.found) == []
