"""Chooses the reader by how a file begins, as Pillow does, whatever its name is."""

from collections.abc import Callable
from typing import Final

from . import gif, jpeg, png, webp
from .measured import Structure

_READERS: Final[tuple[tuple[bytes, Callable[[bytes, int], Structure]], ...]] = (
    (b"GIF8", gif.read),
    (b"\xff\xd8\xff", jpeg.read),
    (b"\x89PNG\r\n\x1a\n", png.read),
    (b"RIFF", webp.read),
)


def structure(content: bytes, most: int) -> Structure:
    """Of the file ``content``. A reader goes over at most ``most`` of its blocks, and one more.

    Takes as long as the file has blocks. A format that is not known has no structure. Raises nothing.
    """
    for start, read in _READERS:
        if content.startswith(start):
            return read(content, most)
    return Structure()
