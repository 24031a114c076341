"""How this package writes long lists of words as regular expressions."""

from __future__ import annotations

import re


def any_of(text: str) -> str:
    """Alternatives apart by "|", broken over lines at will -> one group: ``"a | b"`` -> ``"(?:a|b)"``."""
    return "(?:" + re.sub(r"\s*\|\s*", "|", text.strip()) + ")"


def words(text: str) -> re.Pattern[str]:
    """Any of the alternatives as whole words, in either case."""
    return re.compile(rf"\b{any_of(text)}\b", re.IGNORECASE)
