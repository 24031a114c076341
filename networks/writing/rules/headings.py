"""Checks that headings do not skip a level (WCAG 1.3.1). Pure."""

from collections.abc import Iterable


def first_jump(levels: Iterable[int], above: int = 1) -> int | None:
    """The index (from 0) of the first heading more than one level below the one before it; None if there is none.

    ``above`` is the level of the heading above the text: 1 if that is the page's title.
    """
    for place, level in enumerate(levels):
        if level > above + 1:
            return place
        above = level
    return None
