"""A database as it is after ``migrate``."""

import pytest
from django.core.cache import cache

from tests.site import leave_as_migrated


@pytest.fixture
def migrated(db):
    leave_as_migrated()
    cache.clear()
    yield
    cache.clear()  # it remembers where the rolled-back site had its root
