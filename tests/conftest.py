"""What most tests with a database stand on: an empty site in two languages, and people who may edit it."""

import gc

import pytest
from django.conf import settings as django_settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.utils import translation
from hypothesis import settings as hypothesis_settings

from events.feeds import fetches

from .examples import USUAL
from .services.catalogues import compile_outdated
from .services.chromium import browser  # noqa: F401 - a fixture
from .services.elasticsearch_node import ElasticsearchNode
from .services.migrated_database import (  # noqa: F401 - fixtures and hooks
    committing_db,
    django_db_setup,
    pytest_runtest_setup,
    pytest_runtest_teardown,
)
from .services.outermost_templates import django_test_environment  # noqa: F401 - a fixture
from .services.site_process import site_process  # noqa: F401 - a fixture
from .site import read_site

# Hypothesis for a machine that others use too: fewer examples, and no verdict on speed. ``wide``, which
# make test-properties asks for, draws the same examples every time; it is Hypothesis's own for CI but for their
# number. ``ci``, which make test asks for, is a third of it.
hypothesis_settings.register_profile("shared-machine", max_examples=USUAL, deadline=None)
hypothesis_settings.register_profile("wide", hypothesis_settings.get_profile("ci"), max_examples=USUAL)
hypothesis_settings.register_profile("ci", hypothesis_settings.get_profile("ci"), max_examples=USUAL // 3)
hypothesis_settings.load_profile("shared-machine")


def pytest_addoption(parser):
    parser.addoption("--second-database", action="store_true", help="only the tests that say more on another database")


def pytest_collection_modifyitems(config, items):
    """On a second database, what asks none says again what it said on the first. So does a test with its second and
    third value, and a long one that does not say that it is about the database (``engine``)."""
    if not config.option.second_database:
        return
    tried, kept, others = set(), [], []
    for item in items:
        test = item.nodeid.partition("[")[0]
        first = test not in tried and asks_a_database(item) and not item.get_closest_marker("long")
        (kept if first or item.get_closest_marker("engine") else others).append(item)
        tried.add(test)
    config.hook.pytest_deselected(items=others)
    items[:] = kept


def asks_a_database(item) -> bool:
    return bool({"db", "transactional_db"} & set(item.fixturenames)) or bool(item.get_closest_marker("django_db"))


def pytest_configure():
    compile_outdated()
    # Or numbers that one test left would be written among the queries that another counts, or in a shared fixture's
    # transaction, which Django would then close with its connection.
    fetches.WRITE_AFTER = float("inf")
    django_settings.WHITENOISE_AUTOREFRESH = True  # or WhiteNoise warns that nobody has run ``collectstatic``


def pytest_collection_finish():
    """What has been imported by now stays, and Python's collector of garbage need not look at it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(autouse=True)
def _swedish_first():
    """Without this, a test after a request for an English page would begin in English."""
    translation.activate(django_settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def _no_content_types_without_a_database(request, monkeypatch):
    """Without this, a test without a database could make a page only after another had read its content type."""
    if not asks_a_database(request.node):
        monkeypatch.setattr(ContentType.objects, "_cache", {})


@pytest.fixture
def site(db):
    """The empty site: ``home``, ``networks`` (the list), ``calendar``, ``row`` (wagtail's Site), ``sv`` and ``en``."""
    cache.clear()
    return read_site()


@pytest.fixture(scope="session")
def elasticsearch_node():
    """A real Elasticsearch. A test that stops it starts it again."""
    node = ElasticsearchNode().start()
    yield node
    node.stop()


@pytest.fixture
def editor_client(client, django_user_model):
    """Django's test client, logged in as a made-up administrator."""
    client.force_login(django_user_model.objects.create_superuser("alva", "alva@example.org", "hemligt"))
    return client
