"""A document's text is read once for each file, and found with the page that gives the document."""

import json

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents.models import Document

from networks.models import NetworkDocument
from search.documents import reading
from search.models import DocumentText, Findable
from tests.factories import make_network, publish

pytestmark = pytest.mark.django_db


def make_document(text="Lekplatser", name="rapport.txt"):
    return Document.objects.create(title="Rapport", file=ContentFile(text.encode(), name=name))


def test_the_text_of_a_file_is_found(site):
    network = make_network()
    network.documents = [NetworkDocument(title="Rapport", document=make_document())]
    publish(network)
    reading.read_waiting()
    assert Findable.objects.get(kind="document").text == "Lekplatser"
    assert DocumentText.objects.get().state == "read"


def test_a_file_waits_until_it_is_read_and_is_not_read_twice(site, django_capture_on_commit_callbacks, monkeypatch):
    with django_capture_on_commit_callbacks() as first:
        document = make_document()
    assert (DocumentText.objects.get().state, len(first)) == ("waiting", 1)
    with django_capture_on_commit_callbacks() as again:
        document.title = "Nytt namn"
        document.save()
    assert again == []
    with django_capture_on_commit_callbacks() as other:
        document.file = ContentFile(b"Annat", name="annan.txt")
        document.save()
    assert len(other) == 1


def test_a_file_without_text_is_not_read(site, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        make_document(name="bilder.zip")
    assert callbacks == []
    assert not DocumentText.objects.exists()


def test_a_file_that_kills_the_reader_leaves_the_next_to_be_read(site, monkeypatch):
    """The reader dies on the second of three files, as it would at its limits of time and memory."""
    for text in ("ett", "två", "tre"):
        make_document(text)
    good = json.dumps({"state": "read", "text": "hej", "pages": None})
    runs = [[good], [good]]
    monkeypatch.setattr(reading, "_run", lambda paths: runs.pop(0))
    reading.read_waiting()
    assert list(DocumentText.objects.order_by("pk").values_list("state", flat=True)) == ["read", "broken", "read"]


def test_the_editor_sees_that_the_text_is_being_read_or_could_not_be(site, editor_client):
    document = make_document("")
    address = reverse("wagtaildocs:edit", args=[document.pk])
    assert "Texten i filen läses." in editor_client.get(address).content.decode()
    reading.read_waiting()
    assert "Filen har ingen text, kanske" in editor_client.get(address).content.decode()


def test_what_was_read_of_a_replaced_file_is_not_stored(site):
    document = make_document()
    old = reading._reserved(1)
    document.file = ContentFile(b"Annat", name="annan.txt")
    document.save()
    reading._store(old[0], {"state": "read", "text": "Lekplatser", "pages": None})
    assert DocumentText.objects.get().state == "waiting"
    reading.read_waiting()
    assert DocumentText.objects.get().text == "Annat"
