"""A picture is kept small, the right way up and without private facts, and a broken one is refused."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from networks.pictures import preparing
from networks.pictures.preparing import (
    MOST_WORK,
    TooManyPixels,
    TooMuchWork,
    Unreadable,
    at_most,
    is_fit,
    pixels,
    prepared,
)

from . import hostile_pictures as hostile
from .drawings import BLUE, FORMS, RED, corners, drawn, opened, private_facts, stored


def prepare(content, **options):
    return prepared(BytesIO(content), **options)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_fit_stays_as_it_is(form):
    assert prepare(drawn(form)) is None
    assert is_fit(BytesIO(drawn(form)))


@pytest.mark.parametrize("form", FORMS)
@given(width=st.integers(1, 90), height=st.integers(1, 90), largest=st.integers(30, 4000))
def test_none_is_larger_than_the_limit_and_each_keeps_its_shape(form, width, height, largest):
    content = prepare(drawn(form, (width, height)), largest=largest) or drawn(form, (width, height))
    kept = opened(content)
    assert kept.format == form.upper()
    assert kept.width * kept.height <= max(largest, max(width, height))
    assert (kept.size == (width, height)) == (width * height <= largest)
    assert kept.width == pytest.approx(width * min(1, largest / (width * height)) ** 0.5, abs=1)


@pytest.mark.parametrize("form", ["jpeg", "png", "webp", "avif"])
@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("largest", [2400, 600])
def test_a_photo_is_turned_and_says_nothing_of_camera_and_place(form, orientation, largest):
    content = drawn(form, exif=private_facts(orientation))
    kept = prepare(content, largest=largest)
    assert not is_fit(BytesIO(content))
    assert corners(kept) == corners(stored(ImageOps.exif_transpose(opened(content)), "png"))
    assert opened(kept).width > opened(kept).height if orientation < 5 else opened(kept).width < opened(kept).height
    assert dict(opened(kept).getexif()) == {}
    assert b"Kamera" not in kept
    assert prepare(kept, largest=largest) is None


@pytest.mark.parametrize(
    ("form", "options"),
    [("jpeg", {"comment": b"Anna Berg"}), ("gif", {"comment": b"Anna Berg"}), ("webp", {"xmp": b"<x>Anna Berg</x>"})],
)
def test_comments_are_taken_away(form, options):
    content = drawn(form, **options)
    assert b"Anna Berg" in content
    assert b"Anna Berg" not in prepare(content)


def test_a_photo_with_a_second_picture_is_kept_as_the_first():
    content = drawn("mpo", save_all=True, append_images=[Image.new("RGB", (60, 40), BLUE)])
    kept = prepare(content)
    assert (opened(kept).format, corners(kept)) == ("JPEG", "rbrb")


@pytest.mark.parametrize("form", ["gif", "webp", "png"])
def test_what_moves_goes_on_moving(form):
    frames = [Image.new("RGB", (30, 20), colour) for colour in (BLUE, RED)]
    content = drawn(form, (30, 20), save_all=True, append_images=frames, duration=300, loop=0)
    assert pixels(BytesIO(content)) == 3 * 30 * 20
    assert prepare(content) is None
    facts = {"comment": b"Kamera"} if form == "gif" else {"exif": private_facts()}
    kept = prepare(drawn(form, (30, 20), save_all=True, append_images=frames, **facts))
    assert (opened(kept).n_frames, b"Kamera" in kept) == (3, False)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_sort_of_png_can_be_made_smaller(mode):
    content = stored(Image.new(mode, (60, 40)), "png")
    assert opened(prepare(content, largest=600)).size == (30, 20)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_half_a_picture_is_refused(form, share):
    noise = Image.effect_noise((200, 150), 80).convert("RGB")
    content = stored(noise, form)
    with pytest.raises(Unreadable):
        prepare(content[: int(len(content) * share)])


@given(st.binary(max_size=300))
def test_whatever_is_sent_is_a_picture_or_refused(content):
    for start in (b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"):
        with pytest.raises(Unreadable):
            prepare(start + content)


def test_the_number_of_pixels_is_read_without_decoding():
    content = stored(Image.new("1", (11_300, 11_300)), "png")
    assert pixels(BytesIO(content[:200])) == 11_300**2


@pytest.mark.parametrize(
    "ask", [prepare, lambda content: at_most(content, 24), lambda content: pixels(BytesIO(content))]
)
def test_nobody_decodes_what_takes_longer_than_a_large_photo(ask):
    size = 1_216, 928
    most = MOST_WORK // (size[0] * size[1])
    already = 10
    assert ask(hostile.jpeg_of_scans(most - already, size)) != b""
    with pytest.raises(TooMuchWork):
        ask(hostile.jpeg_of_scans(most - already + 1, size))


def test_a_png_that_says_it_has_a_million_frames_is_not_opened():
    with pytest.raises(TooManyPixels):
        pixels(BytesIO(hostile.png_of_frames(1_000_000)))


@pytest.mark.parametrize("form", ["avif", "gif", "png", "webp"])
@pytest.mark.parametrize("most", [2, 3])
def test_frames_have_a_limit_in_every_format(form, most, monkeypatch):
    frames = [Image.new("RGB", (30, 20), colour) for colour in (BLUE, RED)]
    content = BytesIO(drawn(form, (30, 20), save_all=True, append_images=frames))
    monkeypatch.setattr(preparing, "MOST_ROUNDS", most)
    if most == 3:
        assert pixels(content) == 3 * 30 * 20
    else:
        with pytest.raises(TooMuchWork):
            pixels(content)


@pytest.mark.parametrize("form", FORMS)
def test_a_master_is_as_wide_as_it_has_to_be(form):
    width = 60 if form == "gif" else 24
    assert opened(at_most(drawn(form), 24)).width == width
    assert at_most(drawn(form), 60) == drawn(form)
