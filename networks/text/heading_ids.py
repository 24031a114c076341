"""Gives the headings in editors' texts ids, so that a link can lead to one. Pure."""

import re
from collections.abc import Callable
from typing import Final

from .entities import unescaped
from .normal_form import normalized
from .tags import without_tags

# Put before each id so that a heading in a text never takes the id of one of the page's own parts.
PREFIX: Final = "rubrik-"
LONGEST: Final = 60
# Headings of a page that can be linked to. Each link costs as much as a paragraph, and nobody writes so many.
MOST: Final = 500
# A heading ends before the next one begins, so that each sign is read once however many are never closed.
_HEADING: Final = re.compile(
    r"<(?P<tag>h[2-6])(?P<attributes>[^<>]*)>(?P<inner>(?>[^<]*(?:<(?!/?h[2-6]\b)[^<]*)*))</(?P=tag)>"
)


def heading_id(text: str, taken: dict[str, int]) -> str:
    """'rubrik-sa-anmaler-du-dig' for "Så anmäler du dig", numbered if that is ``taken``. Adds the id to ``taken``.

    ``taken`` maps each id to the highest number that it has been followed by (1 for none). A heading
    keeps its id as long as no heading before it has the same text.
    """
    spaced = re.sub(r"\W+", " ", text.casefold())
    plain = normalized("NFKD", spaced).encode("ascii", "ignore").decode()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))
    first = name = PREFIX + (words[:LONGEST].rstrip("-") or "1")
    while name in taken:
        taken[first] += 1
        name = f"{first}-{taken[first]}"
    taken[name] = 1
    return name


def with_ids(html: str, taken: dict[str, int], link: Callable[[str, str], str]) -> str:
    """``html`` with an id on each heading that has a text, and ``link(id, text)`` after it.

    A heading that already has an id keeps it. Once ``MOST`` ids are ``taken``, the rest stay as they are.
    """

    def linked(match: re.Match[str]) -> str:
        if len(taken) >= MOST:
            return match[0]
        text = " ".join(unescaped(without_tags(match["inner"])).split())
        if not text or re.search(r"\bid=", match["attributes"]):
            return match[0]
        name = heading_id(text, taken)
        tag, attributes, inner = match["tag"], match["attributes"], match["inner"]
        return f'<div class="titled"><{tag} id="{name}"{attributes}>{inner}</{tag}>{link(name, text)}</div>'

    return _HEADING.sub(linked, html)
