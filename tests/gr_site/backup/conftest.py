"""A small site with files, a folder for its backups, and an empty database to restore in."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from types import SimpleNamespace
from urllib.parse import quote

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.db import connection
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.factories import make_event, make_network


def add_content():
    """An administrator, a network, meetings, a document and a picture.

    They are an hour old: what has changed within the second has no Last-Modified yet, and has one when it is restored.
    """
    with time_machine.travel(timezone.now() - timedelta(hours=1), tick=True):
        _add_content()


def _add_content():
    get_user_model().objects.create_superuser("alva", "alva@example.org", "hemligt")
    network = make_network("Miljönätverket")
    make_event(network, "2027-01-12", "2027-02-09", title="Vårens möten")
    Document.objects.create(title="Protokoll", file=ContentFile(b"Bleka dagar", "protokoll-åäö.txt"))
    Image.objects.create(title="Hamnen", file=get_test_image_file(size=(40, 30)))


def add_file(media):
    (media / "documents").mkdir(parents=True)
    (media / "documents" / "plan.txt").write_text("Plan för nästa år")


@pytest.fixture
def media_folder(settings, tmp_path):
    """With one file."""
    settings.MEDIA_ROOT = tmp_path / "media"
    add_file(settings.MEDIA_ROOT)
    return settings.MEDIA_ROOT


@pytest.fixture
def shelf_folder(tmp_path):
    return tmp_path / "backups"


@pytest.fixture
def empty_site(committing_db, tmp_path):
    """``environment`` of a process whose site is empty, on the sort of database that the tests use, and ``media``."""
    media = tmp_path / "restored"
    if connection.vendor == "sqlite":
        yield _site(f"sqlite:///{tmp_path / 'restored.sqlite3'}", media)
        return
    name = f"{connection.settings_dict['NAME']}_restored"
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
    yield _site(_address(name), media)
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def own_site(committing_db, media_folder, tmp_path):
    """The same of the test's own site, as it is when a test asks: a copy on SQLite, where it is in memory."""

    def environment():
        if connection.vendor != "sqlite":
            return _site(_address(connection.settings_dict["NAME"]), media_folder)
        with closing(sqlite3.connect(tmp_path / "own.sqlite3")) as copy:
            connection.connection.backup(copy)
        return _site(f"sqlite:///{tmp_path / 'own.sqlite3'}", media_folder)

    return environment


def _site(database_url, media):
    return SimpleNamespace(environment={"DATABASE_URL": database_url, "MEDIA_ROOT": str(media)}, media=media)


def _address(name):
    own = connection.settings_dict
    return f"postgres://{own['USER']}:{quote(own['PASSWORD'])}@{own['HOST']}:{own['PORT']}/{name}"
