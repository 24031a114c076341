"""Reads the escapes in which programs write letters: percent escapes, and character references. Pure.

Programs that pass a text on sometimes escape the escapes too: ``%2520``, ``&amp;nbsp;``.
"""

import re
from typing import Final

from ..text.entities import unescaped

_HEX = "[0-9a-fA-F]"
_AGAIN = "(?:25){0,2}"
_NEXT = f"%{_AGAIN}[89abAB]{_HEX}"
# A letter in UTF-8, or one of å, ä, ö and é as old sites write them (ISO 8859-1). Other single bytes are left, since
# prose has them too: "100%ad".
PERCENT: Final = (
    f"%{_AGAIN}(?:[2-7]{_HEX}|0[9aAdD]|[c-dC-D]{_HEX}{_NEXT}|[eE]{_HEX}(?:{_NEXT}){{2}}|[fF][0-7](?:{_NEXT}){{3}}"
    "|[eE][4-59]|[cC][4-59]|[fF]6|[dD]6)"
)
_CODE = r"(?:\#[0-9]{1,8}|\#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31})"
REFERENCE: Final = f"&(?:(?:amp;){{1,3}}{_CODE};|{_CODE};?)"
_PERCENT = re.compile(PERCENT)
_MOST = 4  # times that a reference may have been escaped


def letter(escape: str) -> str:
    """The letter of a ``PERCENT``. A space becomes "+", as in forms, for it joins words in an address."""
    code = bytes(int(byte[-2:], 16) for byte in escape.split("%")[1:])
    try:
        read = code.decode()
    except UnicodeDecodeError:
        read = code.decode("latin-1")
    return "+" if read.isspace() else read


def referred(reference: str) -> str:
    """The letters of a ``REFERENCE``."""
    for _ in range(_MOST):
        before, reference = reference, unescaped(reference)
        if reference == before or not reference.startswith("&"):
            break
    return reference


def without_escapes(text: str) -> str:
    """``text`` with all its escapes read."""
    if "%" in text:
        text = _PERCENT.sub(lambda match: letter(match[0]), text)
    for _ in range(_MOST if "&" in text else 0):
        before, text = text, unescaped(text)
        if text == before:
            break
    return text
