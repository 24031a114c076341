"""What the readers of all formats answer."""

from typing import NamedTuple


class Structure(NamedTuple):
    """Of what can be read of a file; whether it is whole is Pillow's to say.

    ``width`` and ``height``: of the area that all frames together need, in pixels. ``frames``: how many pictures
    follow each other. ``rounds``: how many times a decoder goes over the area, for a frame or for a scan. ``work``:
    the pixels of all rounds, and a byte that is unpacked or copied by the way counts as one. ``blocks``: how many
    pieces the file is cut into, counted up to one more than was asked for.
    """

    width: int = 0
    height: int = 0
    frames: int = 0
    rounds: int = 0
    work: int = 0
    blocks: int = 0
