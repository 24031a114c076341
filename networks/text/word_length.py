"""How long a word may be to be analysed. Pure.

Words that people write have fewer than sixty letters. Longer ones are addresses and the like, in which there is
nothing to find but how they begin, and work that grows with a word's length must not have the length of a whole text.
"""

from typing import Final

LONGEST_WORD: Final = 100  # letters


def analysed(word: str) -> str:
    """``word`` itself, or how it begins if it is too long to be analysed."""
    return word[:LONGEST_WORD]
