"""The scans of a JPEG: a decoder goes over the whole picture once for each.

Source: ITU-T T.81, annex B. What follows the end of the picture (a phone's film, a second picture) is not read.
"""

import re
from typing import Final

from .measured import Structure

# Neither a byte of the scan's own (a zero follows) nor a restart within it.
_MARKER: Final = re.compile(rb"\xff([\x01-\xcf\xd8-\xfe])")
_SOI, _EOI, _SOS, _APP1, _TEM = 0xD8, 0xD9, 0xDA, 0xE1, 0x01
_SOF: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
# A decoder works in blocks of 8 pixels, and in up to four of them at once.
_UNIT: Final = 32


def read(content: bytes, most: int) -> Structure:
    width = height = scans = blocks = facts = copied = 0
    place = 2
    while blocks <= most and (found := _MARKER.search(content, place)):
        blocks += 1
        marker, place = found[1][0], found.end()
        if marker == _EOI:
            break
        if marker in (_SOI, _TEM):
            continue
        size = _short(content, place)
        if marker == _SOS:
            scans += 1
        elif marker in _SOF:
            width, height = max(width, _short(content, place + 5)), max(height, _short(content, place + 3))
        elif marker == _APP1 and content.startswith(b"Exif\0\0", place + 2):
            # Pillow joins them, and copies for each what came before it.
            facts += size
            copied += facts
        place += max(2, size)
    work = scans * _whole(width) * _whole(height) + copied
    return Structure(width, height, min(scans, 1), scans, work, blocks)


def _short(content: bytes, place: int) -> int:
    return int.from_bytes(content[place : place + 2], "big")


def _whole(side: int) -> int:
    return -(-side // _UNIT) * _UNIT
