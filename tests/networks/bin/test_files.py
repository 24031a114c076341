"""Documents and pictures go to the bin with their files, and come back where they were used."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, ReferenceIndex

from events.models import EventPage, Occurrence
from networks.bin.discarding import put_page_in_bin
from networks.bin.files import put_file_in_bin
from networks.bin.restoring import CannotRestore, restore
from networks.bin.signals import item_disposed
from networks.documents.marking import mark
from networks.models import BinnedItem, NetworkDocument
from tests.factories import publish
from tests.networks.rights.conftest import THUMBNAIL, fresh, signed_in

from .tables import differences, everything

# The same files once more: writing a PNG makes each of them a file on disk.
ON_DISK = "ignore:Exception ignored in.*FileIO:pytest.PytestUnraisableExceptionWarning"
pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings(THUMBNAIL), pytest.mark.filterwarnings(ON_DISK)]


@pytest.fixture(autouse=True)
def _files_in_a_folder_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def document(two):
    """Tagged, marked, and in use as an agenda, in a running text, as a block and among a network's documents."""
    own = two.own
    document = Document.objects.create(
        title="Dagordning", file=ContentFile(b"%PDF-1.7", name="dagordning.pdf"), collection=own.editors.collection
    )
    document.tags.add("vår")
    mark(document, "no", "Saknar rubriker")
    event = EventPage.objects.get(pk=own.event.pk)
    event.occurrences.set([_with(event.occurrences.get(), document)])
    event.body = [
        {"type": "paragraph", "value": f'<p>Läs <a linktype="document" id="{document.pk}">mer</a></p>'},
        {"type": "document", "value": {"document": document.pk, "description": "Inför mötet"}},
    ]
    publish(event)
    network = own.page.specific_class.objects.get(pk=own.page.pk)
    network.documents.add(NetworkDocument(title="Verksamhetsplan", document=document))
    publish(network)
    return Document.objects.get(pk=document.pk)


@pytest.fixture
def image(two):
    """In use on a draft, since Wagtail leaves the closing of the thumbnails that a public page gets to Python."""
    image = Image.objects.create(title="Gruppen", file=get_test_image_file(), collection=two.own.editors.collection)
    picture = {"image": image.pk, "alt_text": "Gruppen", "decorative": False}
    draft = EventPage.objects.get(pk=two.own.draft.pk)
    draft.body = [{"type": "figure", "value": {"image": picture, "caption": "Vid bordet"}}]
    draft.save()
    return image


def _with(row, document):
    row.agenda = document
    return row


def gone(file, client, name):
    """Delete ``file`` in the admin and give its item."""
    assert client.post(reverse(name, args=[file.pk])).status_code in (200, 302)
    assert not type(file).objects.filter(pk=file.pk).exists()
    return BinnedItem.objects.get()


def changes(before):
    """Without what the visits of the test make: thumbnails, the footer's row, and the file read for search."""
    made = {"wagtailimages.rendition", "gr_site.sitefooter", "search.documenttext"}
    return {label: rows for label, rows in differences(before, everything()).items() if label not in made}


def served(client, address):
    # To its end: Django's test client then closes a file's answer, and not the database.
    return client.get(address).getvalue()


def uses(file):
    return sorted(ReferenceIndex.get_references_to(file).values_list("object_id", "model_path"))


def test_a_document_in_use_goes_and_comes_back(two, as_editor, document, client, django_capture_on_commit_callbacks):
    before, path, used = everything(), Path(document.file.path), uses(document)
    address, page = document.url, two.own.event.get_url()
    with django_capture_on_commit_callbacks(execute=True):
        item = gone(document, as_editor, "wagtaildocs:delete")
        text = client.get(page).content.decode()
    assert path.read_bytes() == b"%PDF-1.7"
    assert client.get(address).status_code == 404
    assert ("Läs" in text, "dagordning.pdf" in text, "Inför mötet" in text) == (True, False, False)
    assert not Occurrence.objects.filter(agenda__isnull=False).exists()
    assert (item.kind, item.title, item.place) == ("document", "Dagordning", "Nätverkens filer › Norra nätverket")
    with django_capture_on_commit_callbacks(execute=True):
        assert as_editor.post(reverse("restore_from_bin", args=[item.pk])).status_code == 302
    assert changes(before) == {}
    assert (uses(document), served(client, address)) == (used, b"%PDF-1.7")
    assert "Inför mötet" in client.get(page).content.decode()


def test_what_has_got_another_document_keeps_it(two, document, as_editor):
    item = gone(document, as_editor, "wagtaildocs:delete")
    Occurrence.objects.filter(page=two.own.event).update(agenda=two.own.document)
    restore(item, two.editor)
    assert [row.agenda for row in Occurrence.objects.filter(page=two.own.event)] == [two.own.document]
    assert [row.document for row in NetworkDocument.objects.all()] == [document]


def test_a_picture_in_use_goes_and_comes_back(two, as_editor, image, django_capture_on_commit_callbacks):
    before, path, used = everything(), Path(image.file.path), uses(image)
    smaller = get_test_image_file(filename="smaller.png", size=(1, 1))
    rendition = Path(image.renditions.create(filter_spec="width-1", width=1, height=1, file=smaller).file.path)
    with django_capture_on_commit_callbacks(execute=True):
        item = gone(image, as_editor, "wagtailimages:delete")
    assert (path.exists(), rendition.exists()) == (True, False)
    assert EventPage.objects.get(pk=two.own.draft.pk).body[0].render().strip() == ""
    restore(item, two.editor)
    assert EventPage.objects.get(pk=two.own.draft.pk).body[0].value["image"].pk == image.pk
    assert (changes(before), uses(image), len(used)) == ({}, used, 1)


@pytest.mark.parametrize(
    ("kind", "name"), [("document", "wagtaildocs:delete_multiple"), ("image", "wagtailimages:delete_multiple")]
)
def test_a_file_just_uploaded_goes_to_the_bin(two, as_editor, kind, name):
    item = gone(getattr(two.own, kind), as_editor, name)
    assert (item.kind, item.deleted_by) == (kind, two.editor)


@pytest.mark.parametrize(("app", "kind"), [("wagtaildocs", "document"), ("wagtailimages", "image")])
def test_bulk_deletion_leads_to_the_bin_as_far_as_rights_go(two, as_editor, app, kind):
    own, other = getattr(two.own, kind), getattr(two.other, kind)
    address = f"{reverse('wagtail_bulk_action', args=[app, kind, 'delete'])}?id={own.pk}&id={other.pk}&next=/admin/"
    assert "Lägg i papperskorgen" in as_editor.get(address).content.decode()
    as_editor.post(address)
    assert [(item.title, item.deleted_by) for item in BinnedItem.objects.all()] == [(own.title, two.editor)]
    assert type(other).objects.filter(pk=other.pk).exists()


def test_the_confirm_page_tells_where_it_is_used(two, as_editor, as_central, document):
    found = as_editor.get(reverse("wagtaildocs:delete", args=[document.pk])).context["uses"]
    assert sorted((title, fields) for title, _address, fields in found) == [
        ("Norra nätverket", "Dokument → Fil"),
        ("Norra nätverkets möten", "Mer text → Dokument, Mer text → Text, Möte → Dagordning"),
    ]


def test_who_may_not_delete_a_file_may_not_restore_it(two, as_editor, document):
    item = gone(document, as_editor, "wagtaildocs:delete")
    address = reverse("restore_from_bin", args=[item.pk])
    assert signed_in(fresh(two.other_editor)).post(address).status_code == 302
    assert not Document.objects.filter(pk=document.pk).exists()
    other = reverse("wagtaildocs:delete", args=[two.other.document.pk])
    as_editor.post(other)
    assert Document.objects.filter(pk=two.other.document.pk).exists()


def test_a_collection_that_is_gone(two, document):
    network = two.own.page
    for file in (document, two.own.document, two.own.image):
        put_file_in_bin(file, two.central)
    item, whole = BinnedItem.objects.get(title="Dagordning"), put_page_in_bin(network, two.central)
    with pytest.raises(CannotRestore, match="Återställ ”Norra nätverket” först"):
        restore(item, two.central)
    whole.delete()
    assert restore(item, two.central).collection == Collection.get_first_root_node()


def test_the_file_goes_when_its_item_is_destroyed(two, document, django_capture_on_commit_callbacks):
    path = Path(document.file.path)
    item = put_file_in_bin(document, two.editor)
    with django_capture_on_commit_callbacks(execute=True):
        item_disposed.send(BinnedItem, item=item)
        item.delete()
    assert not path.exists()


def test_programs_delete_the_file_too(document, django_capture_on_commit_callbacks):
    path = Path(document.file.path)
    with django_capture_on_commit_callbacks(execute=True):
        document.delete()
    assert (path.exists(), BinnedItem.objects.exists()) == (False, False)
