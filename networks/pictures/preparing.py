"""Makes a picture fit to keep: at most 25 megapixels, the right way up, without camera, place and comments. Pure."""

import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import IO, Any, Final

from PIL import Image, ImageOps, ImageSequence

from .structure import Structure, structure

MEGAPIXEL: Final = 1_000_000
LARGEST: Final = 25 * MEGAPIXEL
# A panorama is some 16,000 pixels wide. A strip of millions has few pixels, and takes as long to scale as it is long.
LONGEST: Final = 20_000
# To decode a photo of 60 megapixels that a camera stored in twelve scans. It takes some seconds.
MOST_WORK: Final = 750 * MEGAPIXEL
# Frames of a moving picture, or scans of a JPEG: each costs something however small it is.
MOST_ROUNDS: Final = 2000
# Pieces of a file. A GIF of 40 MB has 160,000, and Pillow takes each up by itself.
MOST_BLOCKS: Final = 500_000
_ORIENTATION: Final = 0x0112
# What a format needs to say about its pixels. Everything else that Pillow finds may be about a person.
_ABOUT_PIXELS: Final = {
    "adobe", "adobe_transform", "aspect", "background", "bbox", "blend", "chromaticity", "default_image", "disposal",
    "dpi", "duration", "extension", "gamma", "icc_profile", "interlace", "jfif", "jfif_density", "jfif_unit",
    "jfif_version", "loop", "progression", "progressive", "srgb", "timestamp", "transparency", "version",
}  # fmt: skip
_JPEG_PARTS: Final = {"APP0", "APP14"}
_QUALITY: Final[dict[str, dict[str, Any]]] = {
    "AVIF": {"quality": 85},
    "JPEG": {"quality": 90},
    "WEBP": {"quality": 90},
}
# For a picture that only other sizes are drawn from: nearly without loss, and fast.
_MASTER: Final[dict[str, dict[str, Any]]] = {
    "AVIF": {"quality": 95, "speed": 9},
    "JPEG": {"quality": 97},
    "PNG": {"compress_level": 1},
    "WEBP": {"quality": 97, "method": 2},
}


class Unreadable(Exception):
    """Raised for a file whose pixels cannot be read."""


class TooManyPixels(Unreadable):
    """Raised for a picture that is far too large by its structure. Pillow refuses 178 megapixels."""


class TooMuchWork(Unreadable):
    """Raised for a file that takes more to decode than its size in pixels tells."""


def pixels(file: IO[bytes]) -> int:
    """The pixels of all frames together, from the structure of ``file``: nothing is decoded.

    Raises Unreadable, TooManyPixels and TooMuchWork."""
    found = _bounded(file)
    with _opened(file) as picture:
        frames = picture.n_frames if _moves(picture) else 1  # type: ignore[attr-defined]
        counted = picture.width * picture.height * frames
    if frames > MOST_ROUNDS:  # of an AVIF, whose structure is not read
        raise TooMuchWork(f"{frames} frames")
    return max(counted, found.width * found.height * found.frames)


def longest_side(file: IO[bytes]) -> int:
    """Of the picture in ``file``, in pixels, from its structure. Raises Unreadable, TooManyPixels and TooMuchWork."""
    found = _bounded(file)
    with _opened(file) as picture:
        return max(*picture.size, found.width, found.height)


def prepared(file: IO[bytes], largest: int = LARGEST) -> bytes | None:
    """The picture in ``file`` in the same format, fit to keep; None if it is fit as it is.

    Decodes all of it, so that whatever can be kept can also be shown. Raises Unreadable and TooMuchWork.
    """
    _bounded(file)
    with _opened(file) as picture:
        if _moves(picture) and picture.width * picture.height <= largest:
            return _animation(picture)
        return _still(picture, largest)


def is_fit(file: IO[bytes], largest: int = LARGEST) -> bool:
    """Whether ``prepared`` would leave the picture as it is, from its header. Raises Unreadable."""
    with _opened(file) as picture:
        return picture.width * picture.height <= largest and not _private(picture)


def at_most(content: bytes, width: int) -> bytes:
    """The picture ``content`` in the same format, at most ``width`` pixels wide. The same bytes if it is, or moves.

    A JPEG is decoded at the nearest half, quarter or eighth of its size, which takes as much less memory. Raises
    Unreadable and TooMuchWork.
    """
    file = BytesIO(content)
    _bounded(file)
    with _opened(file) as picture:
        form = picture.format or ""
        if picture.width <= width or _moves(picture) or form not in _MASTER:
            return content
        height = max(1, round(picture.height * width / picture.width))
        picture.draft(None, (width, height))
        small = _scaled(picture, (width, height))
        _forget(small)
        return _saved(small, form, **_MASTER[form])


def _bounded(file: IO[bytes]) -> Structure:
    """The structure of a file that may be decoded. Another is not opened either: for that alone, Pillow goes over all
    blocks of some formats. Raises TooManyPixels and TooMuchWork."""
    file.seek(0)
    found = structure(file.read(), MOST_BLOCKS)
    file.seek(0)
    if found.width * found.height * found.frames > MOST_WORK:
        raise TooManyPixels(str(found))
    if found.blocks > MOST_BLOCKS or found.rounds > MOST_ROUNDS or found.work > MOST_WORK:
        raise TooMuchWork(str(found))
    return found


@contextmanager
def _opened(file: IO[bytes]) -> Iterator[Image.Image]:
    file.seek(0)
    try:
        with warnings.catch_warnings():
            # Pillow warns of large pictures; whoever uses this decides by ``pixels``.
            warnings.simplefilter("ignore")
            yield Image.open(file)
    except Image.DecompressionBombError as error:
        raise TooManyPixels(str(error)) from error
    except Exception as error:  # whatever Pillow raises for a broken file, the answer is the same
        raise Unreadable(str(error)) from error
    finally:
        file.seek(0)


def _moves(picture: Image.Image) -> bool:
    # A phone's JPEG may have a second picture (MPO), which nobody sees.
    return picture.format in ("AVIF", "GIF", "PNG", "WEBP") and getattr(picture, "is_animated", False)


def _private(picture: Image.Image) -> bool:
    parts = getattr(picture, "applist", [])
    others = [
        name for name, content in parts
        if name not in _JPEG_PARTS and not content.startswith(b"ICC_PROFILE\0")
    ]  # fmt: skip
    return bool(others or set(picture.info) - _ABOUT_PIXELS or picture.format == "MPO" or len(picture.getexif()))


def _animation(picture: Image.Image) -> bytes | None:
    private = False
    for frame in ImageSequence.Iterator(picture):
        frame.load()
        private = private or _private(frame)
    if not private:
        return None
    picture.seek(0)
    _forget(picture)
    return _saved(picture, picture.format or "", save_all=True)


def _still(picture: Image.Image, largest: int) -> bytes | None:
    form = "JPEG" if picture.format == "MPO" else picture.format or ""
    turned = picture.getexif().get(_ORIENTATION, 1) if picture.format != "GIF" else 1
    picture.load()
    size = _within(picture.size, largest)
    if size == picture.size and not _private(picture):
        return None
    unchanged = size == picture.size and turned in (0, 1) and picture.format == "JPEG"
    small = picture if size == picture.size else _scaled(picture, size)
    upright = small if turned in (0, 1) else _turned(small, turned)
    _forget(upright)
    # "keep" stores the same pixels again, with the tables of the original.
    return _saved(upright, form, **({"quality": "keep"} if unchanged else _QUALITY.get(form, {})))


def _within(size: tuple[int, int], largest: int) -> tuple[int, int]:
    width, height = size
    scale = math.sqrt(min(1.0, largest / (width * height)))
    return max(1, int(width * scale)), max(1, int(height * scale))


def _scaled(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    info = picture.info
    if picture.mode in ("1", "P"):
        picture = picture.convert("RGBA" if "transparency" in info else "RGB")
        info = {name: value for name, value in info.items() if name != "transparency"}
    small = picture.resize(size, Image.Resampling.LANCZOS)
    small.info = dict(info)
    return small


def _turned(picture: Image.Image, orientation: int) -> Image.Image:
    picture.getexif()[_ORIENTATION] = orientation
    return ImageOps.exif_transpose(picture)


def _forget(picture: Image.Image) -> None:
    picture.info = {name: value for name, value in picture.info.items() if name in _ABOUT_PIXELS}


def _saved(picture: Image.Image, form: str, **options: Any) -> bytes:
    stored = BytesIO()
    picture.save(stored, form, exif=b"", **options)
    return stored.getvalue()
