"""Uploaded files are shown without a web server in front of the site, each to those who may read it."""

import json

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.users.models import UserProfile

from gr_site.models import StandardPage
from tests.drained import drained
from tests.factories import add_page
from tests.networks.pictures.drawings import drawn

pytestmark = pytest.mark.django_db

OPEN, CLOSED = "public, max-age=60, s-maxage=0", "private, no-store"


@pytest.fixture(autouse=True)
def _files_in_a_folder_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def document(site):
    return Document.objects.create(title="Plan", file=ContentFile(b"%PDF-1.7", name="plan.pdf"))


def shown(site, **blocks):
    """A page with blocks; by their kind, what each has."""
    body = [{"type": kind, "value": value} for kind, value in blocks.items()]
    return add_page(site.home, StandardPage(title="Om oss", body=json.dumps(body)))


def picture_of(site, form="png", colour="#0b2f40"):
    image = Image.objects.create(title="Bild", file=ContentFile(drawn(form, (40, 40)), name=f"bild.{form}"))
    shown(site, figure={"image": {"image": image.pk, "alt_text": "", "decorative": True}, "caption": ""})
    return image.renditions.create(
        filter_spec="width-480", focal_point_key="", file=ContentFile(drawn(form, (40, 40)), name=f"bild.width.{form}")
    )


def facts(response, *names):
    return drained(response).status_code, *(response.headers.get(name) for name in names)


@pytest.mark.parametrize("form", ["avif", "jpeg", "png", "webp"])
def test_a_picture_is_shown_in_each_form(site, client, form):
    rendition = picture_of(site, form)
    response = client.get(rendition.url, headers={"accept-encoding": "gzip"})
    assert response.getvalue() == drawn(form, (40, 40))
    names = ("Content-Type", "Content-Encoding", "Cache-Control", "X-Content-Type-Options")
    assert facts(response, *names) == (200, f"image/{form}", None, OPEN, "nosniff")


def test_a_picture_that_is_unchanged_is_not_sent_again(site, client):
    address = picture_of(site).url
    first = drained(client.get(address))
    for known in ({"if-none-match": first["ETag"]}, {"if-modified-since": first["Last-Modified"]}):
        assert facts(client.get(address, headers=known), "Cache-Control") == (304, OPEN)
    assert facts(client.get(address, headers={"if-none-match": '"old"'})) == (200,)


def test_a_document_that_is_unchanged_is_not_sent_again(site, client, document):
    shown(site, document={"document": document.pk, "description": ""})
    first = client.get(document.url)
    assert (first.getvalue(), facts(first, "Cache-Control")) == (b"%PDF-1.7", (200, OPEN))
    again = client.get(document.url, headers={"if-none-match": first["ETag"]})
    assert facts(again, "Cache-Control") == (304, OPEN)


def test_what_is_open_needs_no_session(site, client, document):
    shown(site, document={"document": document.pk, "description": ""})
    for address in (document.url, picture_of(site).url):
        response = drained(client.get(address))
        assert "Cookie" not in response.get("Vary", "")


def test_a_portrait_is_shown_in_the_admin_alone(site, editor_client, django_user_model):
    user = django_user_model.objects.create_user("elsa", "elsa@example.org", "hemligt")
    profile = UserProfile.objects.create(user=user, avatar=ContentFile(drawn("png", (40, 40)), name="elsa.png"))
    names = ("Content-Type", "Cache-Control")
    assert facts(editor_client.get(profile.avatar.url), *names) == (200, "image/png", CLOSED)
    assert facts(Client().get(profile.avatar.url), "Cache-Control") == (404, CLOSED)


def test_nothing_else_of_the_folder_is_given_out(site, client, tmp_path):
    rendition = picture_of(site)
    for name in ("documents/hemligt.txt", "original_images/bild.png", "images/left-behind.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"hemligt")
    addresses = [
        "/media/documents/hemligt.txt",
        "/media/original_images/bild.png",
        "/media/images/left-behind.png",
        "/media/images/finns-inte.png",
        "/media/images/",
        "/media/images/%00",
        "/media/",
        "/media/images/../documents/hemligt.txt",
        "/media/images/%2e%2e/documents/hemligt.txt",
        f"/media/images/../{rendition.file.name}",
    ]
    assert [client.get(address).status_code for address in addresses] == [404] * 10


def test_a_lost_file_is_not_there(site, client, document):
    rendition = picture_of(site)
    shown(site, document={"document": document.pk, "description": ""})
    for file in (rendition, document):
        file.file.storage.delete(file.file.name)
        assert client.get(file.url).status_code == 404


def test_a_document_has_one_name(client, document, editor_client):
    address = reverse("wagtaildocs_serve", args=[document.pk, "plan.pdf"])
    assert address == document.url
    other = reverse("wagtaildocs_serve", args=[document.pk, "annat.pdf"])
    assert [facts(editor_client.get(each))[0] for each in (address, other)] == [200, 404]
    assert client.get(f"/dokument/{10**17}/plan.pdf").status_code == 404


@pytest.mark.parametrize("digits", ["000000000000000000{}", "{:0>25}", "\u0661{}"])
def test_no_spelling_of_its_number_leads_past_the_guard(site, document, digits):
    """A document that no page shows is for editors, however its number is written."""
    number = digits.format(document.pk)
    assert Client().get(f"/dokument/{number}/{document.filename}").status_code == 404
