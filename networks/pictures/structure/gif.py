"""The frames of a GIF: their number, and how far they reach.

Source: GIF89a Specification, sections 18 to 26. Where a file breaks them, this reads it as Pillow does, whose decoder
is the one to spare.
"""

from typing import Final

from .measured import Structure

_HEADER: Final = 13
_EXTENSION, _IMAGE, _TRAILER = b"!,;"
_COMMENT, _APPLICATION, _LOOP = b"\xfe", b"\xff", b"NETSCAPE2.0"


def read(content: bytes, most: int) -> Structure:
    if len(content) < _HEADER:
        return Structure()
    width, height = _short(content, 6), _short(content, 8)
    walk = _Walk(content, most)
    walk.place = _HEADER + _palette(content[10])
    frames = 0
    while (image := walk.next_image(first=frames == 0)) is not None:
        width, height = max(width, _reach(content, image)), max(height, _reach(content, image + 2))
        frames += 1
    # Pillow paints each frame on an area of this size.
    return Structure(width, height, frames, frames, frames * width * height, walk.blocks)


class _Walk:
    """Over the blocks of a file. ``place``: where the next begins."""

    def __init__(self, content: bytes, most: int) -> None:
        self.content, self.most = content, most
        self.place = self.blocks = 0

    def next_image(self, *, first: bool) -> int | None:
        """Where the next image's description begins. None after the last one."""
        content = self.content
        while self.place < len(content) and self.blocks <= self.most:
            kind = content[self.place]
            self.place += 1
            self.blocks += 1
            if kind == _TRAILER:
                return None
            if kind == _EXTENSION:
                self._skip_extension(first)
            elif kind == _IMAGE:
                return self._described()
        return None

    def _described(self) -> int | None:
        image = self.place
        if image + 9 > len(self.content):
            return None
        self.place += 9 + _palette(self.content[image + 8]) + 1
        if self.place > len(self.content):
            return None
        self._skip_data()
        return image

    def _skip_extension(self, first: bool) -> None:
        label, start = self.content[self.place : self.place + 1], self.place + 1
        self.place = start
        empty = not self._skip_block()
        if label == _COMMENT and empty:
            return
        if label == _APPLICATION and first and self.content.startswith(_LOOP, start + 1, self.place):
            self._skip_block()
        self._skip_data()

    def _skip_data(self) -> None:
        while self._skip_block():
            pass

    def _skip_block(self) -> bool:
        """False for one without content, which ends the data."""
        if self.place >= len(self.content) or self.blocks > self.most:
            return False
        size = self.content[self.place]
        self.place += 1 + size
        self.blocks += 1
        return size > 0


def _palette(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _short(content: bytes, place: int) -> int:
    return int.from_bytes(content[place : place + 2], "little")


def _reach(content: bytes, place: int) -> int:
    return _short(content, place) + _short(content, place + 4)
