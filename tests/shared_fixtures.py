"""Fixtures whose content is published once for the tests of a file, of which each test gets a copy. To publish a page
takes a seventh of a second, and most of what many tests take is the publishing of what they only read.

    @shared_fixture()
    def network(site):
        return make_network()

    @shared_fixture()
    def event(network):
        return make_event(network, "2020-02-07")

Such a fixture takes ``site`` and other shared fixtures of its file, and nothing else: it is made before a test's own
fixtures are, and so ``at`` says what time it is. A test sees only what it asks for. The content of each fixture
lies in a transaction inside that of the one before it; before a test those that it does not ask for are rolled back,
and those that are not there are made. What a test changes is rolled back after it. A file with a fixture of a wider
scope that writes to the database (``built_once``) has no shared ones: the two would close each other's transactions.
"""

import inspect
from contextlib import ExitStack, nullcontext
from copy import deepcopy

import pytest
import time_machine
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.utils import translation

from .site import read_site

COMMITTING = {"transactional_db", "live_server"}

_shared = {}  # {(module, name of fixture): (function, its time)}
_standing = []  # [(key, what was made, ExitStack)] of the content that is in the database, the outermost first
_wanted = []


def shared_fixture(at=None):
    """A decorator in place of ``pytest.fixture``. ``at`` is the time at which the content is made (default: now)."""

    def decorate(build):
        key = build.__module__, build.__name__
        _shared[key] = build, at

        def copy(**given):
            for standing, made, _ in _standing:
                if standing == key:
                    cache.clear()
                    return deepcopy(made)
            return _build(key, given)  # in a test that commits

        names = {"db", *inspect.signature(build).parameters} - {"site"}
        parameters = [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY) for name in sorted(names)]
        copy.__signature__ = inspect.Signature(parameters)
        return pytest.fixture(copy, name=build.__name__)

    return decorate


def prepare(item):
    """Remember what the test asks for. In one whose transactions end, nothing can be shared."""
    asked = {(item.module.__name__, name) for name in item.fixturenames}
    _wanted[:] = [key for key in _shared if key in asked] if COMMITTING.isdisjoint(item.fixturenames) else []


def reach():
    """Roll back what the test does not ask for, and make what is not there."""
    while _standing and [key for key, _, _ in _standing] != _wanted[: len(_standing)]:
        _roll_back()
    for key in _wanted[len(_standing) :]:
        _make(key)


def roll_back_all():
    while _standing:
        _roll_back()


def _roll_back():
    _standing.pop()[2].close()
    cache.clear()


def _make(key):
    with ExitStack() as stack:
        stack.enter_context(transaction.atomic())
        stack.callback(transaction.set_rollback, True)
        made = _build(key, {name: deepcopy(made) for (_, name), made, _ in _standing})
        _standing.append((key, made, stack.pop_all()))


def _build(key, given):
    build, at = _shared[key]
    cache.clear()
    with time_machine.travel(at, tick=False) if at else nullcontext(), translation.override(settings.LANGUAGE_CODE):
        names = inspect.signature(build).parameters
        return build(**{name: read_site() if name == "site" else given[name] for name in names})
