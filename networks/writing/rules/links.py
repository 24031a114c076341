"""Judges whether a link's text says where it leads (WCAG 2.4.4). Pure.

People who listen to a page often hear its links one by one, without the sentence around them.
"""

import re

_VAGUE = frozenset(
    """
    här|klicka|klicka här|tryck här|läs|läs mer|läs mera|läs mer här|läs hela|läs vidare|mer|mer här|mer info
    mer information|mer information här|information|info|se här|se mer|se länk|länk|länken|denna länk|den här länken
    följ länken|följ länken här|till sidan|sidan|webbplats|webbplatsen|webbsida|webbsidan|hemsida|hemsidan|fil|filen
    pdf|word|dokument|dokumentet|ladda ner|ladda ned|ladda ner här|ladda hem|hämta|öppna|visa|visa mer|fortsätt
    here|click here|read more|more|more information|this link|link|download|see more
    """.replace("\n", "|")
    .replace("  ", "")
    .split("|")
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_SIGN = re.compile(r"[^\W_]")


def is_vague(text: str) -> bool:
    """Whether the text would fit any link at all: "Läs mer »". An empty text is vague too."""
    first, last = _SIGN.search(text), _SIGN.search(text[::-1])
    if not first or not last:
        return True
    return " ".join(text[first.start() : len(text) - last.start()].casefold().split()) in _VAGUE


def is_bare_address(text: str) -> bool:
    """Whether the text is a web address, which is read aloud letter by letter: "https://www.digg.se/tdosanmalan"."""
    return _ADDRESS.fullmatch(text.strip()) is not None
