"""Content that is published once for a module, of which each test gets a copy. To publish a page takes a tenth of a
second, and most of what many tests take is the publishing of what they only read.

    built = built_once(two_networks)
    networks = copy_of_built()
"""

from contextlib import nullcontext
from copy import deepcopy

import pytest
import time_machine
from django.core.cache import cache
from django.db import transaction

from .site import read_site


def built_once(build, at=None):
    """A fixture, for the whole module, of what ``build`` makes of the empty site (see ``read_site``), at that time.

    All tests in the module see it in the database from then on, so one that needs another site is in another file.
    What a test changes is rolled back after it.
    """

    @pytest.fixture(scope="module")
    def built(django_db_setup, django_db_blocker):
        with django_db_blocker.unblock(), transaction.atomic():
            cache.clear()
            with time_machine.travel(at, tick=False) if at else nullcontext():
                made = build(read_site())
            yield made
            transaction.set_rollback(True)
        cache.clear()

    return built


def copy_of_built():
    """A fixture with a copy of what the module's fixture ``built`` gives, whose objects a test may change."""

    @pytest.fixture
    def copy(built, db):
        cache.clear()
        return deepcopy(built)

    return copy
