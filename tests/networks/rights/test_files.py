"""Each network adds to its own files and chooses from them and from the shared ones. Registers are for choosing."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from networks.rights.central import shared_files

from .conftest import THUMBNAIL

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings(THUMBNAIL)]


def test_a_new_file_goes_to_her_own_collection(two, as_editor, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    upload = ContentFile(b"Protokoll", name="protokoll.txt")
    as_editor.post(reverse("wagtaildocs:add"), {"title": "Protokoll", "file": upload})
    assert Document.objects.get(title="Protokoll").collection == two.own.editors.collection
    photo = ContentFile(get_test_image_file().file.getvalue(), name="foto.png")
    as_editor.post(reverse("wagtailimages:add"), {"title": "Foto", "file": photo})
    assert Image.objects.get(title="Foto").collection == two.own.editors.collection


def test_she_puts_nothing_among_others_files(two, as_editor):
    upload = ContentFile(b"Protokoll", name="protokoll.txt")
    others = two.other.editors.collection.pk
    as_editor.post(reverse("wagtaildocs:add"), {"title": "Protokoll", "file": upload, "collection": others})
    assert not Document.objects.filter(collection=others, title="Protokoll").exists()


def test_choosers_offer_her_own_and_the_shared(two, as_editor):
    Image.objects.create(title="Delad bild", file=get_test_image_file(), collection=shared_files())
    html = as_editor.get(reverse("wagtailimages_chooser:choose")).json()["html"]
    assert [title in html for title in ("Norra nätverkets bild", "Delad bild", "Södra nätverkets bild")] == [
        True,
        True,
        False,
    ]


def test_the_shared_are_not_hers_to_change(two, as_editor):
    shared = Image.objects.create(title="Delad bild", file=get_test_image_file(), collection=shared_files())
    as_editor.post(reverse("wagtailimages:delete", args=[shared.pk]))
    as_editor.post(reverse("wagtailimages:edit", args=[shared.pk]), {"title": "Annat"})
    shared.refresh_from_db()
    assert shared.title == "Delad bild"


def test_lists_show_only_her_own(two, as_editor):
    for name in ("wagtailimages:index", "wagtaildocs:index"):
        html = as_editor.get(reverse(name)).content.decode()
        assert "Norra nätverkets" in html
        assert "Södra nätverkets" not in html


@pytest.mark.parametrize(
    "name", ["networks_area", "networks_organisation", "networks_sharedstatement", "events_eventcategory"]
)
def test_registers_are_seen_and_chosen_from_but_not_added_to(two, as_editor, as_central, name):
    assert as_editor.get(reverse(f"wagtailsnippets_{name}:list")).status_code == 200
    assert as_editor.get(reverse(f"wagtailsnippetchoosers_{name}:choose")).status_code == 200
    assert as_editor.get(reverse(f"wagtailsnippets_{name}:add")).status_code == 302
    assert as_central.get(reverse(f"wagtailsnippets_{name}:add")).status_code == 200
