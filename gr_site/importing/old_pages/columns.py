"""The header cells and captions of tables of people."""

from __future__ import annotations

import re

_PLACE = r"kommun|organisation|region|företag|skola|förvaltning|arbetsplats|verksamhet"
_PERSON = (
    r"namn|deltagare|ledamot|representant|person|titel|befattning|funktion|roll|uppdrag|parti|ersättare|ordinarie"
)
_COLUMN = re.compile(
    rf"(?:för- och efternamn|(?:för|efter)namn|(?:{_PLACE}|{_PERSON})(?:er|ar)?"
    rf"(?:\s*(?:/|och|eller)\s*(?:{_PLACE}|{_PERSON}|annan \w+)(?:er|ar)?){{0,3}}"
    r"|e-post(?:adress)?|telefon(?:nummer)?|mobil)",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"(?i)(?:tabell|lista)\b.{0,60}")


def is_column_header(text: str) -> bool:
    """Every cell of the line is the name of a column: "Namn", "Kommun/organisation", "Kommun<tab>Deltagare"."""
    cells = [cell.strip(" :") for cell in re.split(r"\t|\s{2,}|\s*\|\s*", text) if cell.strip(" :")]
    return bool(cells) and all(_COLUMN.fullmatch(cell) for cell in cells)


def is_caption(text: str) -> bool:
    """The hidden caption of a table that copying brings along ("Tabell sammansättning i nätverk")."""
    return bool(_CAPTION.fullmatch(text))
