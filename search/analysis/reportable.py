"""Which searches may be counted for editors: never what may be somebody's. Pure."""

import re

from .words import clean, words

LONGEST = 60
MOST_WORDS = 6
# An address, or so many figures that they may be a personal number, a telephone number or a registry number.
_PERSONAL = re.compile(r"@|\S+\.\S+/|(?:\d[\s\-+.]*){5,}")


def reportable(query: str) -> str:
    """``query`` in lower case with single spaces, or an empty text where it may hold something personal."""
    text = " ".join(clean(query).lower().split())
    if not text or len(text) > LONGEST or _PERSONAL.search(text) or not words(text) or len(words(text)) > MOST_WORDS:
        return ""
    return text
