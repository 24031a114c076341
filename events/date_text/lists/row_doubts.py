"""Words of a row that may turn its place, its time or its status: "Lerum, ej Ale", "Ale resp Lerum", "ny lokal"."""

import re
from collections.abc import Sequence

from ..lines import changes
from ..lines.line import Line
from ..lines.place_names import names_town
from .drafts import Draft

_CONTRARY = re.compile(
    r"(?<![^\W\d_])(?:(?:ej|inte|icke)(?!\s+(?:bestäm|klar|bok|fastställ|spik|beslut|angiv))"
    r"|istället|i stället|tidigare|men|utom|dock)(?![^\W\d_])",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"(?<![^\W\d_])(?:ny|nya|nytt|ändrad)\s+(?:lokal|plats|tid|sal|adress|rum)(?![^\W\d_])", re.IGNORECASE
)
_PARTLY = re.compile(rf"{changes.CANCELLED.pattern}\s+(?:i|på|för|hos)\s+(?!grund)\w", re.IGNORECASE)
_RESPECTIVELY = re.compile(r"(?<!\w)resp(?:\.|ektive)?(?!\w)", re.IGNORECASE)
_HOURS_IN_PLACE = re.compile(r"([^\W\d_]+)\s+\d{1,2}(?:[.:]\d\d)?\s?[-\u2013]\s?\d{1,2}(?:[.:]\d\d)?\Z")
_SECOND_PLACE = re.compile(r"[.;,]\s+([A-ZÅÄÖ][^\W\d_]+):\s+\d")


def doubt_rows(drafts: Sequence[Draft], line: Line) -> None:
    """Warns on the meetings of a line whose words may say more of their place, time or status than has been read."""
    rows = [draft for draft in drafts if not draft.refused]
    for draft in rows:
        if found := _CONTRARY.search(draft.theme):
            draft.add("hedged", ink=found[0])
        if _NEW.search(draft.lines[0]):
            draft.add("changed")
        if _PARTLY.search(line.text):
            draft.add("partly_cancelled")
        if _is_of_several(draft.location):
            draft.add("place_or_theme")
        if _town_in(_HOURS_IN_PLACE, draft.location):
            draft.add("times_left_over")
    several = len({draft.start_date for draft in rows}) > 1
    last = rows[-1] if rows else None
    shared = last and last.location and not any(draft.location or draft.theme for draft in rows[:-1])
    if several and (shared or _town_in(_SECOND_PLACE, line.text)):
        for draft in rows:
            draft.add("words_unclear")


def _town_in(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the pattern finds a town: "Ale 10-12", "Ale: 14 april. Lerum: 9 juni"."""
    return any(names_town(found[1]) for found in pattern.finditer(text))


def _is_of_several(place: str) -> bool:
    """Whether a place is two towns, of which one may be that of another meeting or of the guests."""
    parts = re.split(r",?\s+(?:och|samt|eller)\s+|,\s+", place)
    return bool(_RESPECTIVELY.search(place)) or (len(parts) > 1 and all(map(names_town, parts)))
