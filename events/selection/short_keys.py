"""Shortens permanent keys for addresses that people keep for years. Pure.

A short key is the first hex digits of a UUID: at least eight, and enough that no older key begins with them. So it
never changes, whatever is created later. If several keys begin with a short key, it means the oldest of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

SHORTEST: Final = 8
MOST: Final = 100  # keys in one address: 900 characters, which every calendar program takes
_SHORT_KEY: Final = re.compile(rf"[0-9a-f]{{{SHORTEST},32}}")


def short_keys(oldest_first: Sequence[UUID]) -> dict[UUID, str]:
    """The short key of each key."""
    alike: dict[str, list[str]] = defaultdict(list)
    found: dict[UUID, str] = {}
    for key in oldest_first:
        older = alike[key.hex[:SHORTEST]]
        length = next((n for n in range(SHORTEST, 32) if not _begins(older, key.hex[:n])), 32)
        found[key] = key.hex[:length]
        older.append(key.hex)
    return found


def named(text: str, oldest_first: Sequence[UUID]) -> list[UUID]:
    """The keys named in ``text`` by short keys joined with hyphens, oldest first and each once.

    Unknown parts are ignored, and so is everything after the first ``MOST`` parts. A whole key names itself.
    """
    shorts = parts(text)
    alike: dict[str, list[UUID]] = defaultdict(list)
    for key in oldest_first:
        alike[key.hex[:SHORTEST]].append(key)
    meant = {_first(alike.get(short[:SHORTEST], []), short) for short in shorts}
    return [key for key in oldest_first if key in meant]


def beginnings(text: str) -> list[str]:
    """The first ``SHORTEST`` digits of each short key in ``text``. Every key that it can ever mean begins so."""
    return sorted({part[:SHORTEST] for part in parts(text)})


def joined(keys: Iterable[UUID], oldest_first: Sequence[UUID]) -> str:
    """The text that names ``keys``. The same choice always gives the same text. Unknown keys are written in full."""
    short = short_keys(oldest_first)
    return "-".join(sorted(short.get(key, key.hex) for key in keys))


def parts(text: str) -> set[str]:
    """The short keys in ``text``, whether they name anything or not."""
    return {part for part in text.lower().split("-")[:MOST] if _SHORT_KEY.fullmatch(part)}


def _begins(hexes: Iterable[str], prefix: str) -> bool:
    return any(text.startswith(prefix) for text in hexes)


def _first(keys: Iterable[UUID], short: str) -> UUID | None:
    return next((key for key in keys if key.hex.startswith(short)), None)
