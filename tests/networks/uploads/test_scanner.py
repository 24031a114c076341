"""Uploads are examined by clamd where the site has one, and refused while it does not answer."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.images.models import Image

from networks.uploads.scanner import Unavailable, virus
from tests.networks.pictures.drawings import drawn
from tests.services.clamd import EICAR, LARGEST, Clamd

from .files import RIGHT
from .uploading import WAYS, upload

AWAY = "Filen kan inte kontrolleras mot virus just nu. Försök igen om en stund."
FOUND = "Filen innehåller ett virus (Eicar-Test.UNOFFICIAL) och togs inte emot. Kontakta din it-avdelning."
SENT = {
    "wagtaildocs": ("fil.txt", RIGHT["txt"] + EICAR, Document),
    "wagtailimages": ("bild.jpg", drawn("jpeg", comment=EICAR), Image),
}


@pytest.fixture(scope="module")
def clamd():
    daemon = Clamd().start()
    yield daemon
    daemon.stop()


@pytest.fixture
def scanner(settings, clamd):
    settings.VIRUS_SCANNER = clamd.address


def existing(model, content):
    return model.objects.create(title="Gammal", file=ContentFile(content, name="gammal.png"))


@pytest.mark.clamd
@pytest.mark.django_db
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("app", SENT)
def test_a_virus_is_refused_in_every_view(site, editor_client, scanner, app, way, django_capture_on_commit_callbacks):
    name, content, model = SENT[app]
    with django_capture_on_commit_callbacks(execute=True):
        row = existing(model, drawn("png"))
    assert FOUND in upload(editor_client, app, way, name, content, row)
    assert not model.objects.filter(title="Ny").exists()


@pytest.mark.clamd
@pytest.mark.django_db
def test_other_files_are_taken(site, editor_client, scanner):
    assert upload(editor_client, "wagtaildocs", "several", "fil.pdf", RIGHT["pdf"] * 30_000) == ""
    assert upload(editor_client, "wagtailimages", "several", "bild.png", drawn("png")) == ""


@pytest.mark.clamd
@pytest.mark.parametrize("size", [LARGEST + 1, 2 * LARGEST + 1], ids=["MaxFileSize", "StreamMaxLength"])
def test_what_the_scanner_does_not_examine_is_not_taken(scanner, size):
    with pytest.raises(Unavailable):
        virus(BytesIO(b"x" * size))


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["unix:/finns/inte", "tcp://127.0.0.1:9", "something else"])
@pytest.mark.parametrize("app", SENT)
def test_nothing_is_taken_while_the_scanner_is_away(site, editor_client, settings, caplog, app, address):
    settings.VIRUS_SCANNER = address
    name, content, model = SENT[app]
    assert upload(editor_client, app, "several", name, content) == AWAY
    assert not model.objects.exists()
    assert "The virus scanner could not examine an upload" in caplog.text


def test_without_a_scanner_nothing_is_asked(settings):
    settings.VIRUS_SCANNER = ""
    assert virus(BytesIO(EICAR)) is None
