"""The committed icons are what the drawing gives, in the sizes that are promised."""

import pytest
from PIL import Image, ImageChops

from gr_site.share_pictures.mark import FIELD, draw_mark

from .files import ICONS, ROOT_FILES, pictures


@pytest.mark.parametrize("path", pictures(), ids=lambda path: path.name)
def test_each_committed_picture_is_what_is_drawn_now(path):
    drawn = pictures()[path]
    with Image.open(path) as stored:
        assert stored.size == drawn.size
        difference = ImageChops.difference(stored.convert("RGB"), drawn)
    # Another version of Pillow may round the smooth edges another way.
    assert max(high for _, high in difference.getextrema()) <= 2


def test_the_sizes_that_the_manifest_and_telephones_ask_for():
    assert {path.name: picture.size[0] for path, picture in pictures().items()} == {
        "apple-touch-icon.png": 180,
        "icon-192.png": 192,
        "icon-512.png": 512,
        "icon-maskable-512.png": 512,
    }
    with Image.open(ROOT_FILES / "favicon.ico") as favicon:
        assert favicon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}


def test_a_maskable_icon_keeps_its_drawing_within_the_circle_that_is_never_cut():
    with Image.open(ICONS / "icon-maskable-512.png") as stored:
        picture = stored.convert("RGB")
    middle, radius = 256, 0.4 * 512
    field = picture.getpixel((0, 0))
    outside = [
        picture.getpixel((x, y))
        for x in range(0, 512, 3)
        for y in range(0, 512, 3)
        if (x - middle) ** 2 + (y - middle) ** 2 > radius**2
    ]
    assert set(outside) == {field}


def test_the_mark_is_three_shapes_on_its_field():
    picture = draw_mark(128)
    assert picture.getpixel((4, 4)) == (0x0B, 0x2F, 0x40)
    assert picture.getpixel((46, 26)) == (0xF6, 0xC9, 0xB8)
    assert picture.getpixel((86, 80)) == (255, 255, 255)
    assert draw_mark(32, field="#000000").getpixel((1, 1)) == (0, 0, 0)
    assert FIELD in (ICONS / "favicon.svg").read_text()
