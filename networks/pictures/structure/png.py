"""The frames of a PNG, and the packed facts beside them.

Source: PNG Specification (Third Edition), sections 5 and 11.
"""

from typing import Final

from .measured import Structure

_HEADER: Final = 8
# As much as Pillow unpacks of one chunk. Of text it stops by itself after 64 of them, of colour profiles it does not.
_UNPACKED: Final = 1 << 20
_PACKED: Final = (b"iCCP", b"iTXt", b"zTXt")


def read(content: bytes, most: int) -> Structure:
    width = height = blocks = packed = 0
    moving, first_shown, started = 0, False, False
    place = _HEADER
    while place + 8 <= len(content) and blocks <= most:
        blocks += 1
        size, kind = _long(content, place), content[place + 4 : place + 8]
        place += 8
        if kind == b"IEND":
            break
        if kind == b"IHDR":
            width, height = max(width, _long(content, place)), max(height, _long(content, place + 4))
        elif kind == b"acTL" and not started:
            moving = max(moving, _long(content, place))
        elif kind == b"fcTL" and not started:
            first_shown = True
        elif kind in _PACKED:
            packed += 1
        started = started or kind in (b"IDAT", b"fdAT")
        place += size + 4
    # A picture for programs that know no moving ones comes before the frames.
    frames = moving + (started and not first_shown) if moving else int(started)
    return Structure(width, height, frames, frames, frames * width * height + packed * _UNPACKED, blocks)


def _long(content: bytes, place: int) -> int:
    return int.from_bytes(content[place : place + 4], "big")
