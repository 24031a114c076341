"""The pictures as pictures."""

from io import BytesIO

import pytest
from PIL import Image

from gr_site.share_pictures.drawing import FIELDS, HEIGHT, WIDTH, SharePicture, draw
from gr_site.styleguide.tokens import STYLESHEET, palettes


def opened(picture):
    content = draw(picture)
    assert len(content) < 150_000
    with Image.open(BytesIO(content)) as image:
        assert image.format == "PNG"
        return image.convert("RGB")


@pytest.mark.parametrize(
    "title",
    [
        "Förskolenätverket",
        "",
        "x" * 255,
        "Ord " * 63,
        "\u200b\U0001f600 é",
        "Arbets\u00adnätverket " * 8,
    ],
)
def test_any_title_gives_a_picture_whose_margins_are_free(title):
    image = opened(SharePicture(title, "k" * 200, "amber"))
    assert image.size == (WIDTH, HEIGHT)
    field = tuple(int(FIELDS["amber"][i : i + 2], 16) for i in (1, 3, 5))
    assert {image.getpixel((x, y)) for x in (5, 40, 70) for y in range(0, HEIGHT - 20, 7)} == {field}
    assert {image.getpixel((x, HEIGHT - 18)) for x in range(80, 600, 7)} == {field}


def test_the_fields_are_those_of_the_stylesheet():
    light = palettes(STYLESHEET.read_text())["light"]
    assert {"": light["field"]} | {area: light[f"{area}-field"] for area in FIELDS if area} == FIELDS


def test_all_that_is_drawn_is_in_the_digest():
    one = SharePicture("Nätverket", "Typ", "lingon")
    others = [one._replace(title="Ett annat"), one._replace(kicker=""), one._replace(colour="ocean")]
    assert len({picture.digest for picture in [one, *others]}) == 4
    assert one.digest == SharePicture("Nätverket", "Typ", "lingon").digest


def test_an_unknown_colour_is_the_sites_own():
    assert opened(SharePicture("A", colour="unknown")).getpixel((2, 2)) == (0x0B, 0x2F, 0x40)
