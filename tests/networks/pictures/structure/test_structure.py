"""The structure of a picture is what its decoder will meet. To read it takes as long as the file is."""

import struct
import warnings
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from networks.pictures.structure import structure
from tests.examples import examples
from tests.growth import cpu, in_proportion
from tests.networks.pictures.drawings import RED, drawn, opened, stored
from tests.networks.pictures.hostile_pictures import GROWING, gif, jpeg_of_scans, jpeg_of_segments

MOST = 500_000
SIZES = st.tuples(st.integers(1, 60), st.integers(1, 60))
STARTS = {
    "gif": b"GIF89a",
    "jpeg": b"\xff\xd8\xff",
    "png": b"\x89PNG\r\n\x1a\n",
    "webp": b"RIFF\xff\xff\0\0WEBP",
}
# What a decoder looks for in each, so that made-up bytes have some structure.
PIECES = {
    "gif": [b"!\xf9\x04\0\0\0\0\0", b"!\xfe", b"!\xff\x0bNETSCAPE2.0\x03\x01\0\0", b"!\x01", b";", b"\0", b"\x02ab",
            b",\0\0\0\0\x02\0\x03\0\0\x02", b",\x09\0\x05\0\x02\0\x03\0\x80" + bytes(6) + b"\x02"],
    "jpeg": [b"\xff\xda\0\x08\x01\x01\0\0\x3f\0", b"\xff\xd9", b"\xff\xd8", b"\xff\xc4", b"\xff\0", b"\xff",
             b"\xff\xd3", b"\xff\xc2\0\x0b\x08\0\x10\0\x20\x01\x01\x11\0",
             b"\xff\xe1\0\x08Exif\0\0", b"\0\x02", b"ab"],
    "png": [b"\0\0\0\x0dIHDR\0\0\0\x04\0\0\0\x05\x08\x02\0\0\0abcd", b"\0\0\0\0IDATabcd", b"\0\0\0\x08acTL\0\0\0\x02",
            b"\0\0\0\0fcTLabcd", b"\0\0\0\0IENDabcd", b"\xff\xff\xff\xff", b"\0\0\0\x02iCCPxxabcd", b"\0"],
    "webp": [b"VP8X\x0a\0\0\0\x02\0\0\0\x03\0\0\x04\0\0", b"ANMF\0\0\0\0" + bytes(16), b"ab",
             b"VP8L\x05\0\0\0\x2f\1\2\3\4\0", b"VP8 \x0a\0\0\0\0\0\0\x9d\x01\x2a\x03\0\x04\0",
             b"\xff\xff\xff\xff", b"\0"],
}  # fmt: skip
FORMS = [*STARTS]
# What Pillow raises for a broken file.
REFUSED = (OSError, SyntaxError, ValueError, IndexError, EOFError, struct.error, Image.DecompressionBombError)


def moving(form, size, number):
    frames = [Image.new("RGB", size, (position * 40, 90, 90)) for position in range(number)]
    return stored(frames[0], form, save_all=True, append_images=frames[1:], duration=90)


@pytest.mark.parametrize("form", FORMS)
@given(size=SIZES)
def test_a_picture_that_stands_still_is_gone_over_once(form, size):
    found = structure(drawn(form, size), MOST)
    assert (found.width, found.height, found.frames, found.rounds) == (*size, 1, 1)


@pytest.mark.parametrize("form", ["gif", "png", "webp"])
@given(size=SIZES, number=st.integers(2, 6))
def test_one_that_moves_is_gone_over_once_for_each_frame(form, size, number):
    content = moving(form, size, number)
    found = structure(content, MOST)
    assert (*found[:4], found.work) == (*size, number, number, number * size[0] * size[1])
    assert opened(content).n_frames == number


def test_a_picture_for_programs_that_know_no_moving_ones_is_one_more():
    frames = [Image.new("RGB", (9, 9), colour) for colour in (RED, "blue")]
    content = stored(frames[0], "png", save_all=True, append_images=frames, default_image=True)
    assert structure(content, MOST).frames == opened(content).n_frames == 3


@given(st.lists(st.tuples(*[st.integers(0, 300)] * 2, *[st.integers(1, 300)] * 2), min_size=1, max_size=5), SIZES)
def test_frames_of_a_gif_reach_as_far_as_pillow_paints_them(frames, canvas):
    found = structure(gif(canvas, *frames), MOST)
    with Image.open(BytesIO(gif(canvas, *frames))) as picture:
        picture.seek(len(frames) - 1)
        assert (found.width, found.height) == picture.size
        assert found.work == found.frames * picture.width * picture.height


@pytest.mark.parametrize(("options", "scans"), [({}, 1), ({"progressive": True}, 10)])
@pytest.mark.parametrize("more", [0, 1, 90])
def test_each_scan_of_a_jpeg_is_counted(options, scans, more):
    content = jpeg_of_scans(more, (64, 96)) if options else drawn("jpeg", (64, 96))
    found = structure(content, MOST)
    assert (found.rounds, found.work) == (count := scans + more * bool(options), count * 64 * 96)
    assert opened(content).size == (found.width, found.height) == (64, 96)


def test_scans_of_a_small_picture_within_a_photo_and_of_what_follows_it_are_not_counted():
    inner = drawn("jpeg", progressive=True)
    content = jpeg_of_segments(1, 0xE1, b"Exif\0\0" + inner) + b"film" + inner
    assert structure(content, MOST).rounds == 1


@given(st.lists(st.one_of(st.sampled_from(PIECES["gif"]), st.binary(max_size=3)), max_size=12))
def test_what_is_broken_in_a_gif_is_read_as_pillow_reads_it(pieces):
    content = gif((4, 4), (0, 0, 4, 4))[:-1] + b"".join(pieces)
    found = structure(content, MOST)
    try:
        with Image.open(BytesIO(content)) as picture:
            number = picture.n_frames
    except REFUSED:
        return
    assert found.frames == number


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data(), most=st.integers(0, 20))
def test_whatever_the_bytes_are_they_have_a_structure(form, data, most):
    pieces = st.lists(st.one_of(st.sampled_from(PIECES[form]), st.binary(max_size=9)), max_size=30)
    found = structure(STARTS[form] + b"".join(data.draw(pieces)), most)
    assert all(number >= 0 for number in found)
    assert found.blocks <= most + 1


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=examples(300))
@given(share=st.floats(0, 1), place=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255))
def test_half_a_picture_has_no_more_frames_and_a_garbled_one_at_least_those_that_pillow_finds(
    form, share, place, byte
):
    whole = drawn("jpeg", progressive=True) if form == "jpeg" else moving(form, (20, 10), 3)
    half = structure(whole[: int(len(whole) * share)], MOST)
    assert half.rounds <= structure(whole, MOST).rounds
    garbled = bytearray(whole)
    garbled[int(place * len(whole))] = byte
    found = structure(bytes(garbled), MOST)
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(garbled)) as picture:
            if form == "jpeg":  # Pillow alone opens what its decoder refuses
                picture.load()
            number, size = getattr(picture, "n_frames", 1), picture.size
    except REFUSED:
        return
    assert found.frames >= number
    assert (found.width, found.height) >= size


@pytest.mark.parametrize("kind", GROWING)
def test_twice_the_file_takes_at_most_two_and_a_half_times_the_cpu(kind):
    def cost(size):
        content = GROWING[kind](size)
        return cpu(lambda: structure(content, 100 * MOST))

    assert in_proportion(cost, 64_000 if kind not in ("facts.jpg", "profiles.png") else 8_000)


@pytest.mark.parametrize("kind", GROWING)
def test_no_more_blocks_are_read_than_are_asked_for(kind):
    assert structure(GROWING[kind](1000), 200).blocks == 201
