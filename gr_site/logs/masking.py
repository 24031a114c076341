"""Takes out of a message what may be about a person. Pure.

Our own messages name keys of rows and no words of people. This is for those of other packages.
"""

import re
from typing import Final

_PERSONAL: Final = (
    ("[e-mail]", re.compile(r"[^\s@<>\"'(),;:=]{1,64}(?:@|%40)[^\s@<>\"'(),;:=]{1,255}", re.IGNORECASE)),
    ("?[query]", re.compile(r"\?[^\s\"'=]{0,80}=[^\s\"']*")),
    ("[network address]", re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])")),
    ("[network address]", re.compile(r"(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])", re.IGNORECASE)),
    ("[number]", re.compile(r"(?<!\d)(?:19|20)?\d{6}[-+ ]?\d{4}(?!\d)")),
)
LONGEST: Final = 2000  # characters


def masked(text: str) -> str:
    """``text`` without e-mail addresses, queries, network addresses and personal identity numbers, cut if long."""
    text = text[:LONGEST]
    for instead, pattern in _PERSONAL:
        text = pattern.sub(instead, text)
    return text
