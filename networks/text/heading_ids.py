"""Gives the headings in editors' texts ids, so that a link can lead to one. Pure."""

import re
import unicodedata
from collections.abc import Callable
from html import unescape
from typing import Final

# Put before each id so that a heading in a text never takes the id of one of the page's own parts.
PREFIX: Final = "rubrik-"
LONGEST: Final = 60
_HEADING: Final = re.compile(r"<(?P<tag>h[2-6])(?P<attributes>[^>]*)>(?P<inner>.*?)</(?P=tag)>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]+>")


def heading_id(text: str, taken: set[str]) -> str:
    """'rubrik-sa-anmaler-du-dig' for "Så anmäler du dig", numbered if that is ``taken``. Adds the id to ``taken``.

    A heading keeps its id as long as no heading before it has the same text.
    """
    spaced = re.sub(r"\W+", " ", text.casefold())
    plain = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))
    first = name = PREFIX + (words[:LONGEST].rstrip("-") or "1")
    number = 2
    while name in taken:
        name, number = f"{first}-{number}", number + 1
    taken.add(name)
    return name


def with_ids(html: str, taken: set[str], link: Callable[[str, str], str]) -> str:
    """``html`` with an id on each heading that has a text, and ``link(id, text)`` after it.

    A heading that already has an id keeps it.
    """

    def linked(match: re.Match[str]) -> str:
        text = " ".join(unescape(_TAG.sub("", match["inner"])).split())
        if not text or re.search(r"\bid=", match["attributes"]):
            return match[0]
        name = heading_id(text, taken)
        tag, attributes, inner = match["tag"], match["attributes"], match["inner"]
        return f'<div class="titled"><{tag} id="{name}"{attributes}>{inner}</{tag}>{link(name, text)}</div>'

    return _HEADING.sub(linked, html)
