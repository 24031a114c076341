"""The demo site, built once for each module that asks for it."""

from datetime import datetime
from types import SimpleNamespace

import pytest
import time_machine
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings

from events.days.zone import STOCKHOLM
from gr_site.demo.load import load
from tests.site import leave_as_migrated

# A Wednesday in spring: meetings behind and ahead in the same year, and between two changes of the clock.
NOW = datetime(2026, 4, 15, 10, 0, tzinfo=STOCKHOLM)


@pytest.fixture(scope="module")
def built_demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """``today`` and what was ``made``, all in Swedish. Loaded in a transaction around the module's tests and rolled
    back after them, as Django's ``setUpTestData`` does, so that no other test meets it."""
    media = tmp_path_factory.mktemp("media")
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=media),
        time_machine.travel(NOW, tick=False),
        transaction.atomic(),
    ):
        cache.clear()
        leave_as_migrated()
        yield SimpleNamespace(today=NOW.date(), made=load(NOW.date(), translated=False))
        transaction.set_rollback(True)
    cache.clear()  # it remembers where the rolled-back site had its root


@pytest.fixture
def demo_site(built_demo, db):
    """The demo site on 15 April 2026, when also the clock stands still. A test's own changes are rolled back."""
    return built_demo
