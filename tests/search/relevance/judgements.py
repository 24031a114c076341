"""Reads judged queries: what people type, and where they would want to come.

One a line: ``kind|language|query|best|useful``. ``best`` is what the person wanted (grade 2), ``useful`` what helps
too (grade 1), each a list with commas between:

- ``n:SLUG`` the page of that network
- ``p:ADDRESS`` the page, event or meeting at that address
- ``d:TEXT`` documents whose address holds TEXT
- ``m:TITLE@DAY~OWNER#PLACE`` meetings whose title holds TITLE, that touch DAY (a year, a month or a day in ISO form),
  whose owners hold OWNER and whose facts hold PLACE. Each part may be left out.

Both empty: nothing should be found.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .shown import Shown

HERE = Path(__file__).parent
# Of the demo content alone, by those who made the search and by others, and of the demo among 300 networks more.
QUERIES, OUTSIDERS, CROWDED = HERE / "queries.spec", HERE / "outsiders.spec", HERE / "crowded.spec"
_MEETING = re.compile(r"(?P<title>[^@~#]*)(?:@(?P<day>[\d-]*))?(?:~(?P<owner>[^#]*))?(?:#(?P<place>.*))?")


@dataclass(frozen=True)
class Judged:
    kind: str
    language: str
    query: str
    best: tuple[str, ...]
    useful: tuple[str, ...]

    @property
    def wants_nothing(self) -> bool:
        return not self.best and not self.useful


def read(path: Path) -> list[Judged]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_judged(line) for line in lines if line.strip() and not line.startswith("#")]


def _judged(line: str) -> Judged:
    kind, language, query, best, useful = line.split("|")
    return Judged(kind, language, query, _tokens(best), _tokens(useful))


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(token.strip() for token in text.split(",") if token.strip())


def grades(judged: Judged, rows: Iterable[Shown]) -> dict[str, int]:
    """``{address: grade}`` among ``rows``. Raises LookupError for a judgement that fits nothing."""
    rows = list(rows)
    found: dict[str, int] = {}
    for grade, tokens in ((1, judged.useful), (2, judged.best)):
        for token in tokens:
            addresses = fitting(token, rows)
            if not addresses:
                raise LookupError(f"{judged.query}: {token}")
            found |= dict.fromkeys(addresses, grade)
    return found


def fitting(token: str, rows: Iterable[Shown]) -> set[str]:
    """The addresses that a judgement means. Raises LookupError if it is of no known sort."""
    sort, _, text = token.partition(":")
    if sort == "n":
        return {row.address for row in rows if row.kind == "network" and row.address.split("/")[-2] == text}
    if sort == "p":
        # A page with a single meeting is shown as that meeting.
        return {row.address for row in rows if row.kind != "document" and text in (row.address, row.page_address)}
    if sort == "d":
        return {row.address for row in rows if row.kind == "document" and text in row.address}
    if sort == "m" and (parts := _MEETING.fullmatch(text)):
        return {row.address for row in rows if row.kind == "meeting" and _meets(row, **parts.groupdict(default=""))}
    raise LookupError(token)


def _meets(row: Shown, *, title: str, day: str, owner: str, place: str) -> bool:
    parts = ((title, row.title), (owner, row.owners), (place, row.facts))
    return all(part.casefold() in text.casefold() for part, text in parts) and _touches(row, day)


def _touches(row: Shown, day: str) -> bool:
    if not day:
        return True
    if row.first_day is None or row.last_day is None:
        return False
    return row.first_day.isoformat()[: len(day)] <= day <= row.last_day.isoformat()[: len(day)]
