"""Reads ``queries.txt``: what people type, and what they would want to see.

A line is ``query: judgement; judgement``. A judgement is ``grade what=words``:

- ``3 network=Förskolenätverket`` a network, page or document of that title (``page=``, ``document=``)
- ``3 theme=Klimatanpassning`` meetings of that title
- ``1 of=Förskolenätverket`` all meetings to come of the network; ``of=Förskolenätverket 10`` those in October,
  ``of=Förskolenätverket 2020-02`` those of a year, month or day
- ``2 papers=Förskolenätverket`` documents of the network; ``minutes=``: of its meetings' minutes only

3 is what was asked for, 2 is nearly that, 1 is of use. ``en`` before the query: it is asked on the English pages.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from search.models import Findable

# A theme may hold a colon too, but no grade after it.
_START = re.compile(r": (?=[123] \w+=)")
FILE = Path(__file__).with_name("queries.txt")


@dataclass(frozen=True)
class Judged:
    """``wanted``: ``[(grade, what, words)]``."""

    query: str
    language: str
    wanted: tuple[tuple[int, str, str], ...]


def read(path: Path = FILE) -> list[Judged]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_judged(line) for line in lines if line.strip() and not line.startswith("#")]


def _judged(line: str) -> Judged:
    query, judgements = _START.split(line, maxsplit=1)
    language, query = ("en", query.removeprefix("[en] ")) if query.startswith("[en] ") else ("sv", query)
    return Judged(query, language, tuple(_judgement(text) for text in judgements.split("; ")))


def _judgement(text: str) -> tuple[int, str, str]:
    grade, _, rest = text.strip().partition(" ")
    what, _, words = rest.partition("=")
    return int(grade), what, words


def grades(judged: Judged, today) -> dict[str, int]:
    """``{Findable.key: grade}`` in the collection as it is. Raises LookupError for a judgement that fits nothing."""
    found: dict[str, int] = {}
    for grade, what, words in judged.wanted:
        keys = list(_keys(what, words, today))
        if not keys:
            raise LookupError(f"{judged.query}: {what}={words}")
        for key in keys:
            found[key] = max(grade, found.get(key, 0))
    return found


def _keys(what: str, words: str, today) -> Iterator[str]:
    rows = Findable.objects.public()
    if what in ("network", "page", "document"):
        yield from rows.filter(kind=what, title=words).values_list("key", flat=True)
    elif what == "theme":
        yield from rows.filter(kind="meeting", title=words).values_list("key", flat=True)
    elif what == "papers":
        yield from rows.filter(kind="document", owners=words).values_list("key", flat=True)
    elif what == "minutes":
        yield from rows.filter(kind="document", variety="minutes", owners=words).values_list("key", flat=True)
    elif what == "of":
        yield from _meetings(rows, words, today)
    else:
        raise LookupError(what)


def _meetings(rows, words: str, today) -> Iterator[str]:
    network, _, when = words.rpartition(" ") if words[-1].isdigit() else (words, "", "")
    for row in rows.filter(kind="meeting", owners__contains=network).exclude(first_day=None):
        if network in row.owners.splitlines() and _fits(row, when, today):
            yield row.key


def _fits(row, when: str, today) -> bool:
    if len(when) in (1, 2):
        return row.first_day.month == int(when)
    return row.first_day.isoformat().startswith(when) if when else row.last_day >= today
