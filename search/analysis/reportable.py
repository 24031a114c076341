"""Decides which searches may be kept for editors: only those of ordinary words. Pure."""

import re

from .ordinary_words import is_ordinary, may_be_given_name
from .words import clean, words

LONGEST = 60
MOST_WORDS = 6
# An e-mail address, or enough figures for a personal identity number, a telephone number or a registry number.
_PERSONAL = re.compile(r"@|\S+\.\S+/|(?:\d[\s\-+.]*){5,}")


def reportable(query: str) -> str:
    """``query`` in lower case with single spaces; '' if it may contain something personal.

    A single word that is also a given name ("park", "maj") is kept, but not together with others.
    """
    text = " ".join(clean(query).lower().split())
    found = words(text)
    if len(text) > LONGEST or _PERSONAL.search(text) or not 0 < len(found) <= MOST_WORDS:
        return ""
    if not all(map(is_ordinary, found)) or (len(found) > 1 and any(map(may_be_given_name, found))):
        return ""
    return text
