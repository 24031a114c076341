"""Bounds what Draftail's JSON may ask of the program that makes HTML of it. Pure.

The exporter draws a list for each level of ``depth``, and at each place in a block looks at all styles that reach it,
so that a few signs could keep it at work for ever. Draft.js itself lets a list be five levels deep, and knows some ten
styles. Each part of a text costs some ten times what its sign costs in a plain one.
"""

from itertools import accumulate
from typing import Any

DEEPEST = 10
MOST_STYLES = 20
MOST_PARTS = 20_000  # blocks, line breaks, styled places and links: each is an element of its own


def check_bounds(content: Any) -> None:
    """Raise ValueError for what an editor cannot have written. Anything else may be raised for what has not
    Draftail's shape."""
    blocks = (content or {}).get("blocks", [])  # an empty text is null
    if (parts := sum(map(_parts, blocks))) > MOST_PARTS:
        raise ValueError(f"{parts} parts")
    for block in blocks:
        depth = block.get("depth", 0)
        if type(depth) is not int or not 0 <= depth <= DEEPEST:
            raise ValueError(f"A list of depth {depth!r}")
        _check_styles(block.get("inlineStyleRanges", []))


def _parts(block: Any) -> int:
    ranges = len(block.get("inlineStyleRanges", [])) + len(block.get("entityRanges", []))
    return 1 + ranges + int(block.get("text", "").count("\n"))


def _check_styles(ranges: Any) -> None:
    changes: list[tuple[int, int]] = []
    for each in ranges:
        offset, length = each["offset"], each["length"]
        if not (type(offset) is type(length) is int and length >= 0):
            raise ValueError(f"A range from {offset!r} of {length!r}")
        changes += [(offset, 1), (offset + length, -1)]
    for styles in accumulate(change for _, change in sorted(changes)):
        if styles > MOST_STYLES:
            raise ValueError("Too many styles at one place")
