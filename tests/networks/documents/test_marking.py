"""Whether a file is accessible is said where files are uploaded and edited, and forgotten with the old file."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents.models import Document

from networks.documents.marking import mark, marking, unmarked
from networks.models import DocumentAccessibility

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files_in_a_folder_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def document(site):
    return Document.objects.create(title="Årsrapport", file=ContentFile(b"%PDF-1.7", name="rapport.pdf"))


def edit(client, document, **fields):
    data = {"title": document.title, "collection": document.collection_id, "tags": "", "file": ""} | fields
    return client.post(reverse("wagtaildocs:edit", args=[document.pk]), data)


def upload():
    return SimpleUploadedFile("ny.pdf", b"%PDF-1.7 ny")


def test_the_form_says_nothing_until_somebody_has_looked(editor_client, document):
    html = editor_client.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()
    assert '<option value="" selected>Inte kontrollerad än</option>' in html
    assert list(unmarked(Document.objects.all())) == [document]


def test_the_form_says_when_others_may_read_the_file(editor_client, document):
    for address in (reverse("wagtaildocs:add"), reverse("wagtaildocs:edit", args=[document.pk])):
        assert "när en publicerad sida som är öppen visar den" in editor_client.get(address).content.decode()


def test_a_file_is_marked(editor_client, document):
    assert edit(editor_client, document, accessible="yes").status_code == 302
    assert marking(document).verdict == "yes"
    assert list(unmarked(Document.objects.all())) == []


def test_a_file_with_shortcomings_says_which(editor_client, document):
    response = edit(editor_client, document, accessible="no")
    assert "Skriv vad som brister i filen." in response.content.decode()
    assert marking(document) is None
    edit(editor_client, document, accessible="no", shortcomings="Skannad bild")
    assert (marking(document).verdict, marking(document).shortcomings) == ("no", "Skannad bild")


def test_shortcomings_go_when_there_are_none_left(editor_client, document):
    mark(document, "no", "Skannad bild")
    edit(editor_client, document, accessible="yes", shortcomings="Skannad bild")
    assert (marking(document).verdict, marking(document).shortcomings) == ("yes", "")


def test_a_new_file_has_to_be_looked_at_anew(editor_client, document):
    mark(document, "yes")
    edit(editor_client, document, accessible="yes", file=upload())
    assert marking(document) is None
    edit(editor_client, document, accessible="yes")
    edit(editor_client, document, accessible="yes", title="Nytt namn")
    assert marking(document).verdict == "yes"


def test_a_new_file_can_be_marked_as_it_comes(editor_client, document):
    mark(document, "no", "Skannad bild")
    edit(editor_client, document, accessible="yes", file=upload())
    assert marking(document).verdict == "yes"


def test_a_document_can_be_added_and_marked_at_once(site, editor_client):
    data = {"title": "Program", "file": upload(), "collection": 1, "tags": "", "accessible": "yes"}
    assert editor_client.post(reverse("wagtaildocs:add"), data).status_code == 302
    assert marking(Document.objects.get(title="Program")).verdict == "yes"


def test_the_marking_goes_with_the_document(document):
    mark(document, "yes")
    document.delete()
    assert DocumentAccessibility.objects.count() == 0
