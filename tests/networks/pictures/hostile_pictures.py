"""Small files that take much to decode, made by hand: no program writes them."""

import struct
import zlib
from functools import cache
from io import BytesIO

from PIL import Image

from .drawings import drawn, stored

_HEADER_OF_JPEG, _HEADER_OF_PNG = 2, 33


def gif(canvas, *frames):
    """``frames``: (left, top, width, height) of each, in one colour."""
    head = b"GIF89a" + struct.pack("<HHBBB", *canvas, 0x80, 0, 0) + bytes([0, 0, 0, 255, 0, 0])
    return head + b"".join(_gif_frame(frame) for frame in frames) + b";"


def _gif_frame(frame):
    return b"," + struct.pack("<HHHHB", *frame, 0) + _gif_data(*frame[2:])


@cache
def _gif_data(width, height):
    """As Pillow packs it: what follows after a header, a palette of four colours and a description."""
    picture = Image.new("P", (width, height))
    picture.putpalette([0, 0, 0, 255, 0, 0])
    return stored(picture, "gif", optimize=False)[13 + 12 + 10 : -1]


def gif_of_crumbs(number):
    """Its only frame is cut into blocks of one byte."""
    return gif((8, 8), (0, 0, 8, 8))[:-2] + b"\x01\x00" * number + b"\x00;"


def jpeg_of_scans(number, size=(64, 64)):
    """A JPEG whose last scan comes ``number`` times more."""
    content = drawn("jpeg", size, progressive=True)
    place = content.rfind(b"\xff\xda")
    return content[:-2] + content[place:-2] * number + content[-2:]


def jpeg_of_segments(number, kind=0xFE, content=b""):
    whole = drawn("jpeg")
    segment = struct.pack(">BBH", 0xFF, kind, len(content) + 2) + content
    return whole[:_HEADER_OF_JPEG] + segment * number + whole[_HEADER_OF_JPEG:]


def jpeg_of_facts(number):
    """EXIF in many segments, each of which Pillow adds to a copy of those before it."""
    return jpeg_of_segments(number, 0xE1, b"Exif\0\0" + bytes(900))


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_of_chunks(number, kind=b"abCd", content=b""):
    whole = drawn("png")
    return whole[:_HEADER_OF_PNG] + chunk(kind, content) * number + whole[_HEADER_OF_PNG:]


def png_of_profiles(number):
    """A kilobyte that unpacks to a million, again and again."""
    return png_of_chunks(number, b"iCCP", b"a\0\0" + zlib.compress(bytes(1 << 20)))


def png_of_frames(number):
    """Says that it has ``number`` frames, and has one."""
    return png_of_chunks(1, b"acTL", struct.pack(">II", number, 0))


def webp_of_frames(number):
    frames = [Image.new("RGB", (2, 2), colour) for colour in ("red", "blue")]
    file = BytesIO()
    frames[0].save(file, "webp", save_all=True, append_images=frames[1:], lossless=True)
    content = file.getvalue()
    place = content.find(b"ANMF")
    frame = content[place : place + 8 + int.from_bytes(content[place + 4 : place + 8], "little")]
    whole = content[:place] + frame * number
    return b"RIFF" + struct.pack("<I", len(whole) - 8) + whole[8:]


# What grows with a number, by its name and ending. Each takes a second or more to decode when it is 40 MB large.
GROWING = {
    "scans.jpg": jpeg_of_scans,
    "segments.jpg": jpeg_of_segments,
    "facts.jpg": jpeg_of_facts,
    "crumbs.gif": gif_of_crumbs,
    "frames.gif": lambda number: gif((1, 1), *[(0, 0, 1, 1)] * number),
    "chunks.png": png_of_chunks,
    "profiles.png": png_of_profiles,
    "frames.webp": webp_of_frames,
}
