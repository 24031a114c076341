"""A test database with the empty site in it, and in memory without running over two hundred migrations each time.

The first run keeps a copy of the migrated database in ``var/``, named after a digest of all that shapes it; later runs
start from the copy. A change to a migration, a model, the settings or a locked package gives another digest, and so
a fresh database. On PostgreSQL, and on a clean clone, pytest-django's own fixture does all the work.
"""

import fcntl
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.metadata import version
from pathlib import Path

import pytest
from django.db import connection, transaction

from gr_site.settings.base import SQLITE_OPTIONS
from tests import shared_fixtures
from tests.site import build_site

ROOT = Path(__file__).parents[2]
SHAPES = [
    "requirements-dev.lock", "*/migrations/*.py", "*/models.py", "*/models/*.py", "*/apps.py", "*/settings/*.py",
    "search/*/*.py", "tests/site.py", "tests/factories.py",
]  # fmt: skip
INSTALLED = ["django", "wagtail", "wagtail-localize"]  # not always the locked ones: see ``make test-next``
KEPT = 2  # ``make test-next`` has a database of its own, and must not cost the next run of the tests theirs
IN_MEMORY = "file:memorydb_default?mode=memory&cache=shared"  # the name that Django gives a test database in memory

_blockers = []  # pytest-django's, for what is done between two tests


def copy_path() -> Path:
    digest = hashlib.sha256()
    for package in INSTALLED:
        digest.update(f"{package} {version(package)}\0".encode())
    for path in sorted(path for pattern in SHAPES for path in ROOT.glob(pattern)):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return ROOT / "var" / f"test-database-{digest.hexdigest()[:16]}.sqlite3"


def keep(copy: Path) -> None:
    """Writes beside and renames, so that workers that keep a copy at the same time each leave a whole one."""
    copy.parent.mkdir(exist_ok=True)
    kept = sorted(copy.parent.glob("test-database-*.sqlite3"), key=lambda path: path.stat().st_mtime)
    for outdated in kept[: 1 - KEPT]:
        outdated.unlink(missing_ok=True)
    unfinished = copy.with_suffix(f".{os.getpid()}")
    with closing(sqlite3.connect(unfinished)) as target:
        connection.connection.backup(target)
    unfinished.replace(copy)


def restore(copy: Path, name: str = IN_MEMORY) -> None:
    connection.settings_dict["NAME"] = name
    connection.close()  # Django closes none whose database is in memory
    if name != IN_MEMORY:
        connection.settings_dict["OPTIONS"] = SQLITE_OPTIONS
    connection.ensure_connection()
    with closing(sqlite3.connect(copy)) as source:
        source.backup(connection.connection)
    _remember_contents()


@pytest.fixture(scope="session")
def django_db_setup(request, django_test_environment, django_db_blocker):
    """In place of pytest-django's fixture of this name."""
    _blockers[:] = [django_db_blocker]
    copy = copy_path()
    with one_worker_at_a_time(copy.parent):
        _set_up(copy, request, django_db_blocker)
    if connection.vendor == "sqlite" and any("live_server" in item.fixturenames for item in request.session.items):
        file = request.getfixturevalue("tmp_path_factory").mktemp("database") / "site.sqlite3"
        with django_db_blocker.unblock():
            restore(copy, str(file))
    with django_db_blocker.unblock():
        shared_fixtures.reach()
    yield
    with django_db_blocker.unblock():
        shared_fixtures.roll_back_all()
    _blockers.clear()


@contextmanager
def one_worker_at_a_time(directory: Path) -> Iterator[None]:
    """The first worker migrates, which takes half a minute; those that have waited for it start from its copy."""
    directory.mkdir(exist_ok=True)
    with (directory / "test-database.lock").open("w") as lock:
        if connection.vendor == "sqlite":
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _set_up(copy: Path, request, django_db_blocker) -> None:
    if connection.vendor == "sqlite" and copy.exists():
        with django_db_blocker.unblock():
            restore(copy)
        return
    request.getfixturevalue("django_db_setup")
    with django_db_blocker.unblock():
        build_site()
        _remember_contents()
        if connection.vendor == "sqlite":
            keep(copy)


def _remember_contents():
    """What Django itself keeps of a new test database, for tests that ask for its first contents back."""
    connection._test_serialized_contents = connection.creation.serialize_db_to_string()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """What the test shares with others lies outside its own transaction, and so is there before its fixtures."""
    shared_fixtures.prepare(item)
    if _blockers:
        with _blockers[0].unblock():
            shared_fixtures.reach()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """Django empties the database after a test that commits, and leaves it so for those that come later."""
    result = yield
    if nextitem and _blockers:  # after the last test there is no database any more
        with _blockers[0].unblock():
            if nextitem.module is not item.module:
                shared_fixtures.roll_back_all()
            if "committing_db" in item.fixturenames:
                _put_contents_back()
    return result


def _put_contents_back():
    with transaction.atomic():
        connection.creation.deserialize_db_from_string(connection._test_serialized_contents)


@pytest.fixture
def committing_db(transactional_db, django_db_serialized_rollback):
    """A database whose transactions end when the test says so. Afterwards it holds what it held before."""
