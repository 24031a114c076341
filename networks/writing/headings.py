"""Whether headings come in order, without a level left out (WCAG 1.3.1). Pure."""

from collections.abc import Iterable


def first_jump(levels: Iterable[int], above: int = 1) -> int | None:
    """The place (from 0) of the first heading that is more than one level below the one before; None if none is.

    ``above`` is the level of the heading under which the text stands: 1 for what comes after the page's title.
    """
    for place, level in enumerate(levels):
        if level > above + 1:
            return place
        above = level
    return None
