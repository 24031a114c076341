"""Hides what is quoted from those who read the times in a query. Pure."""

import re

_QUOTED = re.compile(r"[\"”“„»«][^\"”“„»«]*[\"”“„»«]?")


def unquoted(query: str) -> str:
    """``query`` with what is in quotes replaced by NUL, so that every other letter stays in its place."""
    return _QUOTED.sub(lambda match: "\x00" * len(match.group()), query)
