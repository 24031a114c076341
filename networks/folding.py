"""Letters without what makes them hard to type. Pure."""

import unicodedata


def fold(text: str) -> str:
    """Text without case, dots and accents, so that "forskole" finds "Förskolenätverket"."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
