"""Folds letters to what is easy to type. Pure."""

import unicodedata

from .normal_form import normalized


def fold(text: str) -> str:
    """``text`` in lower case without dots and accents, so that "forskole" finds "Förskolenätverket"."""
    letters = normalized("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
