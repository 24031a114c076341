"""Uploaded pictures are shown without a web server in front of the site; the files beside them are not given out."""

from io import BytesIO

import PIL.Image
import pytest
from wagtail.images.models import Image, Rendition
from wagtail.users.models import UserProfile

pytestmark = pytest.mark.django_db


@pytest.fixture
def store(settings, tmp_path):
    """Writes a file of the site's uploads and gives its address."""
    settings.MEDIA_ROOT = tmp_path

    def write(name, content):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
        return f"/media/{name}"

    return write


def drawn(form):
    stored = BytesIO()
    PIL.Image.new("RGB", (40, 40), "#0b2f40").save(stored, form)
    return stored.getvalue()


@pytest.mark.parametrize("form", ["avif", "jpeg", "png", "webp"])
def test_a_picture_is_shown_in_each_form(site, client, store, form):
    name = Rendition(image=Image()).get_upload_to(f"bild.width-480.{form}")
    address = store(name, drawn(form))

    response = client.get(address, headers={"accept-encoding": "gzip"})

    assert b"".join(response) == drawn(form)
    headers = ("Content-Type", "Content-Encoding", "Cache-Control", "X-Content-Type-Options")
    assert [response.headers.get(name) for name in headers] == [
        f"image/{form}", None, "public, max-age=86400", "nosniff",
    ]  # fmt: skip
    response.close()


def test_a_portrait_is_shown_in_the_admin(site, client, store):
    folder = UserProfile._meta.get_field("avatar").upload_to(UserProfile(), "alva.png").partition("/")[0]
    response = client.get(store(f"{folder}/alva.png", drawn("png")))
    assert response.headers["Content-Type"] == "image/png"
    response.close()


def test_nothing_else_of_the_folder_is_given_out(site, client, store):
    store("images/bild.width-480.png", drawn("png"))
    addresses = [
        store("documents/hemligt.txt", b"hemligt"),
        store("original_images/bild.png", drawn("png")),
        "/media/images/finns-inte.png",
        "/media/images/",
        "/media/",
        "/media/images/../documents/hemligt.txt",
        "/media/images/%2e%2e/documents/hemligt.txt",
    ]
    assert [client.get(address).status_code for address in addresses] == [404] * 5 + [400] * 2
