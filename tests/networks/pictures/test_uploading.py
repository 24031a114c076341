"""Every way to upload a picture refuses what is too large or broken, and keeps the rest small and in all its sizes."""

import pytest
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image as Pillow
from PIL import ImageFile
from wagtail.images.models import Image
from wagtail.models import Collection, UploadedFile

from networks.pictures.specs import ALL
from tests.networks.uploads.uploading import WAYS, upload

from . import hostile_pictures as hostile
from .drawings import corners, drawn, opened, private_facts, stored

pytestmark = pytest.mark.django_db
BROKEN = "Bilden är skadad och går inte att läsa."
TOO_LARGE = "Bilden har mer än 60 megapixel."
TOO_SLOW = "Bilden tar för lång tid att läsa."
HOSTILE = {
    "outside.gif": (TOO_LARGE, lambda: hostile.gif((9, 9), (0, 0, 9, 9), (7_990, 7_990, 9, 9))),
    "outside and on.gif": (TOO_LARGE, lambda: hostile.gif((9, 9), *[(0, 0, 9, 9), (5_990, 5_990, 9, 9)] * 40)),
    "passes.jpg": (TOO_SLOW, lambda: hostile.jpeg_of_scans(800, (1_200, 900))),
    "scans.jpg": (TOO_SLOW, lambda: hostile.jpeg_of_scans(2_000)),
    "segments.jpg": (TOO_SLOW, lambda: hostile.jpeg_of_segments(500_000)),
    "facts.jpg": (TOO_SLOW, lambda: hostile.jpeg_of_facts(2_000)),
    "crumbs.gif": (TOO_SLOW, lambda: hostile.gif_of_crumbs(500_000)),
    "frames.gif": (TOO_SLOW, lambda: hostile.gif((1, 1), *[(0, 0, 1, 1)] * 2_001)),
    "chunks.png": (TOO_SLOW, lambda: hostile.png_of_chunks(500_000)),
    "profiles.png": (TOO_SLOW, lambda: hostile.png_of_profiles(800)),
    "frames.webp": (TOO_SLOW, lambda: hostile.webp_of_frames(2_001)),
}
WELCOME = {
    "kamera.jpg": lambda: drawn("jpeg", (8000, 6000), progressive=True),
    "fakta.jpg": lambda: hostile.jpeg_of_segments(100, 0xE1, b"Exif\0\0" + bytes(60_000)),
    "profil.png": lambda: hostile.png_of_profiles(1),
    "rörlig.gif": lambda: hostile.gif((480, 270), *[(0, 0, 480, 270), (200, 100, 30, 30)] * 200),
    "rörlig.webp": lambda: hostile.webp_of_frames(1_000),
}


@pytest.fixture
def existing(site, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        return Image.objects.create(title="Gammal", file=ContentFile(drawn("png"), name="gammal.png"))


@pytest.fixture(params=WAYS)
def send(request, editor_client, existing, django_capture_on_commit_callbacks):
    def act(name, content):
        with django_capture_on_commit_callbacks(execute=True):
            return upload(editor_client, "wagtailimages", request.param, name, content, existing)

    return act


def read(row):
    with row.file.open() as file:
        return file.read()


def newest():
    return Image.objects.get(title="Ny")


def test_a_picture_above_60_megapixels_is_refused_by_its_header(send, monkeypatch):
    content = stored(Pillow.new("1", (11_300, 11_300)), "png")
    monkeypatch.setattr(Pillow.Image, "resize", lambda *_: pytest.fail("was decoded"))
    assert "Bilden har mer än 60 megapixel." in send("stor.png", content[:2000])
    assert not Image.objects.filter(title="Ny").exists()


def test_a_picture_of_any_size_above_is_refused_in_the_same_words(send):
    content = stored(Pillow.new("1", (20_000, 20_000)), "png")
    assert "Bilden har mer än 60 megapixel." in send("stor.png", content)


def test_a_strip_of_millions_of_pixels_is_refused_by_its_header(send, monkeypatch):
    content = stored(Pillow.new("1", (20_001, 1)), "png")
    monkeypatch.setattr(Pillow.Image, "resize", lambda *_: pytest.fail("was decoded"))
    assert "Bilden är mer än 20\u00a0000 bildpunkter bred eller hög." in send("remsa.png", content)
    assert not Image.objects.filter(title="Ny").exists()


@pytest.mark.parametrize("name", ["outside.gif", "passes.jpg"])
def test_a_picture_that_takes_long_to_decode_is_refused_by_its_structure(send, name, monkeypatch):
    message, make = HOSTILE[name]
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda *_: pytest.fail("was decoded"))
    assert message in send(name, make())
    assert not Image.objects.filter(title="Ny").exists()


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_makes_a_small_file_slow_is_refused_at_once(editor_client, site, name, monkeypatch):
    message, make = HOSTILE[name]
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda *_: pytest.fail("was decoded"))
    assert message in upload(editor_client, "wagtailimages", "several", name, make())


@pytest.mark.parametrize("name", WELCOME)
def test_what_cameras_and_drawing_programs_make_is_welcome(editor_client, site, name):
    assert upload(editor_client, "wagtailimages", "several", name, WELCOME[name]()) == ""


def test_a_phone_s_photo_of_48_megapixels_is_welcome(editor_client, site):
    content = drawn("jpeg", (8000, 6000), exif=private_facts(orientation=6))
    assert upload(editor_client, "wagtailimages", "several", "foto.jpg", content) == ""
    picture = newest()
    kept = read(picture)
    assert (picture.width, picture.height) == opened(kept).size == (4330, 5773)
    assert (corners(kept), dict(opened(kept).getexif()), picture.file_size) == ("rrbb", {}, len(kept))


def test_a_photo_is_turned_and_says_nothing_of_camera_and_place_in_any_size(send):
    assert send("foto.jpg", drawn("jpeg", exif=private_facts(orientation=6))) == ""
    picture = newest()
    kept = read(picture)
    assert (picture.width, picture.height) == opened(kept).size == (40, 60)
    assert (corners(kept), dict(opened(kept).getexif()), picture.file_size) == ("rrbb", {}, len(kept))
    assert {rendition.filter_spec for rendition in picture.renditions.all()} == set(ALL)
    assert not any(b"Kamera" in read(rendition) for rendition in picture.renditions.all())


@pytest.mark.parametrize("form", ["gif", "png", "jpeg", "webp"])
@pytest.mark.parametrize("length", [30, 2000])
def test_a_broken_picture_is_a_message(send, form, length):
    noise = Pillow.effect_noise((200, 150), 80).convert("RGB")
    message = send(f"bild.{form}", stored(noise, form)[:length])
    assert BROKEN in message or "Ladda upp en giltig bild" in message
    assert not Image.objects.filter(title="Ny").exists()


@pytest.mark.parametrize("name", ["bild.HEIC", "bild.jpg"])
@pytest.mark.parametrize("brands", [b"heic\0\0\0\0mif1heic", b"mif1\0\0\0\0mif1miafheix"])
def test_a_phone_s_heic_is_refused_with_what_to_do(send, name, brands):
    content = (8 + len(brands)).to_bytes(4, "big") + b"ftyp" + brands + bytes(2000)
    message = send(name, content)
    assert "Bilden har formatet HEIC" in message
    assert "exportera den som JPEG" in message
    assert not Image.objects.filter(title="Ny").exists()


def test_a_gif_whose_frames_end_early_is_a_message(send):
    frames = [Pillow.effect_noise((90, 90), number * 20).convert("P") for number in range(1, 5)]
    content = stored(frames[0], "gif", save_all=True, append_images=frames[1:])
    assert BROKEN in send("bild.gif", content[: len(content) // 2])


def test_a_new_file_has_new_sizes(editor_client, existing, django_capture_on_commit_callbacks):
    before = {rendition.file.name for rendition in existing.renditions.all()}
    with django_capture_on_commit_callbacks(execute=True):
        upload(editor_client, "wagtailimages", "edit", "ny.png", drawn("png", (600, 90)), existing)
    after = {rendition.file.name: rendition for rendition in newest().renditions.all()}
    assert (len(before), len(after), before & {*after}) == (len(ALL), len(ALL), set())
    assert max(rendition.width for rendition in after.values()) == 600


def test_a_picture_that_waits_for_its_title_goes_the_same_way(editor_client, site, django_capture_on_commit_callbacks):
    content = drawn("jpeg", (6000, 5000), exif=private_facts(orientation=6))
    waiting = UploadedFile.objects.create(
        for_content_type=ContentType.objects.get_for_model(Image),
        file=ContentFile(content, name="foto.jpg"),
        uploaded_by_user=User.objects.get(),
    )
    prefix = f"uploaded-image-{waiting.pk}"
    values = {"title": "Ny", "collection": Collection.get_first_root_node().pk, "tags": ""}
    with django_capture_on_commit_callbacks(execute=True):
        answer = editor_client.post(
            f"/admin/images/multiple/create_from_uploaded_image/{waiting.pk}/",
            {f"{prefix}-{name}": value for name, value in values.items()},
        )
    assert answer.json()["success"]
    kept = read(newest())
    assert opened(kept).width * opened(kept).height <= 25_000_000
    assert (corners(kept), b"Kamera" in kept) == ("rrbb", False)
    assert default_storage.listdir("original_images")[1] == [newest().filename]
    assert newest().get_file_size() == len(kept)


def test_a_picture_that_comes_by_no_form_goes_the_same_way(site):
    content = drawn("jpeg", exif=private_facts(orientation=3))
    picture = Image.objects.create(title="Ny", file=ContentFile(content, name="foto.jpg"))
    assert (corners(read(newest())), newest().file_size, newest().file_hash) == ("brbr", None, "")
    assert dict(opened(read(picture)).getexif()) == {}
