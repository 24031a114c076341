"""The frames of a WebP. A decoder refuses those that reach outside of the picture, and paints each on all of it.

Source: WebP Container Specification, "Extended File Format"; RFC 6386, section 9.1, and RFC 9649, section 3.4.
"""

from typing import Final

from .measured import Structure

_HEADER: Final = 12
_FRAME: Final = 16


def read(content: bytes, most: int) -> Structure:
    width = height = still = moving = blocks = 0
    place, end = _HEADER, min(len(content), 8 + _number(content, 4, 4))
    while place + 8 <= end and blocks <= most:
        blocks += 1
        kind, size = content[place : place + 4], _number(content, place + 4, 4)
        place += 8
        across, down = _size(kind, content, place)
        width, height = max(width, across), max(height, down)
        moving += kind == b"ANMF"
        still += kind in (b"VP8 ", b"VP8L")
        # libwebp looks for the next chunk after what it used of a frame, however long the frame says that it is.
        place += _FRAME if kind == b"ANMF" else size + size % 2
    frames = moving or min(still, 1)
    return Structure(width, height, frames, frames, frames * width * height, blocks)


def _size(kind: bytes, content: bytes, place: int) -> tuple[int, int]:
    if kind == b"VP8X":
        return _number(content, place + 4, 3) + 1, _number(content, place + 7, 3) + 1
    if kind == b"VP8 ":
        return _number(content, place + 6, 2) & 0x3FFF, _number(content, place + 8, 2) & 0x3FFF
    if kind == b"VP8L":
        bits = _number(content, place + 1, 4)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return 0, 0


def _number(content: bytes, place: int, size: int) -> int:
    return int.from_bytes(content[place : place + size], "little")
