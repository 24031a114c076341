"""Gives headings of editors' texts addresses of their own, so that a link can lead to one. Pure."""

import re
import unicodedata
from collections.abc import Callable
from html import unescape
from typing import Final

# Before each, so that no text's heading takes the name of one of the page's own parts.
PREFIX: Final = "rubrik-"
LONGEST: Final = 60
_HEADING: Final = re.compile(r"<(?P<tag>h[2-6])(?P<attributes>[^>]*)>(?P<inner>.*?)</(?P=tag)>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]+>")


def heading_id(text: str, taken: set[str]) -> str:
    """'rubrik-sa-anmaler-du-dig' for "Så anmäler du dig", with a number where that is ``taken``; adds it to those.

    The same text gets the same id for as long as no heading before it says the same.
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
    """``html`` with an id in each heading that has a text, and ``link(id, text)`` after it. One that has an id keeps
    it."""

    def linked(match: re.Match[str]) -> str:
        text = " ".join(unescape(_TAG.sub("", match["inner"])).split())
        if not text or re.search(r"\bid=", match["attributes"]):
            return match[0]
        name = heading_id(text, taken)
        tag, attributes, inner = match["tag"], match["attributes"], match["inner"]
        return f'<div class="titled"><{tag} id="{name}"{attributes}>{inner}</{tag}>{link(name, text)}</div>'

    return _HEADING.sub(linked, html)
