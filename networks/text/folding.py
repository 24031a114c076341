"""Folds letters to what is easy to type. Pure."""

from .normal_form import normalized, without_marks


def fold(text: str) -> str:
    """``text`` in lower case without dots and accents, so that "forskole" finds "Förskolenätverket"."""
    return without_marks(normalized("NFKD", text.casefold()))
