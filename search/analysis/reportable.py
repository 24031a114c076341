"""Decides which searches may be counted for editors: none that may be personal. Pure."""

import re

from .words import clean, words

LONGEST = 60
MOST_WORDS = 6
# An e-mail address, or enough figures for a personal identity number, a telephone number or a registry number.
_PERSONAL = re.compile(r"@|\S+\.\S+/|(?:\d[\s\-+.]*){5,}")


def reportable(query: str) -> str:
    """``query`` in lower case with single spaces; '' if it may contain something personal."""
    text = " ".join(clean(query).lower().split())
    if not text or len(text) > LONGEST or _PERSONAL.search(text) or not words(text) or len(words(text)) > MOST_WORDS:
        return ""
    return text
