"""Two networks with an editor each, a central editor, and one of everything that each network has."""

from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client, override_settings
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from networks.models import NetworkEditors
from networks.rights.groups import editors_of
from tests.factories import make_event, make_network
from tests.site import read_site

from .foreign import make_foreign

# Wagtail leaves the closing of the file that it makes a thumbnail of to Python.
THUMBNAIL = "ignore:Exception ignored in.*SpooledTemporaryFile:pytest.PytestUnraisableExceptionWarning"


@pytest.fixture(scope="module")
def built_networks(django_db_setup, django_db_blocker, tmp_path_factory):
    """Built once for each module, in a transaction that is rolled back after it."""
    media = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media), transaction.atomic():
        cache.clear()
        yield _build()
        transaction.set_rollback(True)
    cache.clear()


@pytest.fixture
def two(built_networks, db):
    """``site``, ``own`` and ``other`` (see ``_network``), ``editor`` of ``own``, ``other_editor`` and ``central``."""
    return built_networks


@pytest.fixture(scope="module")
def secret(built_networks, django_db_blocker):
    """One of everything that is another network's or only the central editors', all with the same key and title."""
    with django_db_blocker.unblock():
        yield make_foreign(built_networks.other)


@pytest.fixture
def as_editor(two):
    return signed_in(two.editor)


@pytest.fixture
def as_central(two):
    return signed_in(two.central)


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def make_user(name, *groups):
    user = get_user_model().objects.create_user(name, f"{name}@example.org", "hemligt")
    user.groups.set(groups)
    return user


def fresh(user):
    """The same user as the next request sees her: rights are remembered for the object."""
    return get_user_model().objects.get(pk=user.pk)


def set_review(network, on):
    editors = NetworkEditors.objects.get(pk=network.editors.pk)
    editors.reviewed = on
    editors.save()


def _build():
    site = read_site()
    own, other = _network("Norra nätverket"), _network("Södra nätverket")
    return SimpleNamespace(
        site=site,
        own=own,
        other=other,
        editor=make_user("norra", own.editors.group),
        other_editor=make_user("sodra", other.editors.group),
        central=make_user("central", Group.objects.get(name="GR:s redaktion")),
    )


def _network(title):
    page = make_network(title)
    editors = editors_of(page)
    files = {"collection": editors.collection}
    return SimpleNamespace(
        page=page,
        event=make_event(page, "2020-02-07", title=f"{title}s möten"),
        draft=make_event(page, title=f"{title}s utkast", live=False),
        editors=editors,
        image=Image.objects.create(title=f"{title}s bild", file=get_test_image_file(), **files),
        document=Document.objects.create(title=f"{title}s fil", file=ContentFile(b"1", name="fil.txt"), **files),
    )
