"""The header cells and captions of tables of people."""

from __future__ import annotations

import re

from .patterns import any_of

_KINDS = (
    ("deputy", r"(?:personliga? )?(?:ersättare|suppleanter?)"),
    ("first", r"förnamn"),
    ("last", r"efternamn"),
    (
        "name",
        r"""för- och efternamn|namn|(?:ordinarie )?(?:deltagare|ledamot|ledamöter|representant|person|medlem|medlemmar)
        |ordinarie""",
    ),
    ("party", r"parti(?:beteckning)?"),
    ("organisation", r"kommun|organisation|region|företag|skola|förvaltning|arbetsplats|verksamhet"),
    ("title", r"titel|befattning|funktion|roll|uppdrag"),
    ("other", r"e-post(?:adress)?|telefon(?:nummer)?|mobil|ordningsnummer|mandatperiod"),
)
_ENDING = r"(?:er|ar|en)?"
_ANY = any_of("|".join(words for _, words in _KINDS))
_COLUMNS = tuple(
    (
        kind,
        re.compile(
            rf"{any_of(words)}{_ENDING}(?:\s*(?:/|och|eller)\s*(?:{_ANY}|annan \w+){_ENDING}){{0,3}}", re.IGNORECASE
        ),
    )
    for kind, words in _KINDS
)
_CAPTION = re.compile(r"(?i)(?:tabell|lista)\b.{0,60}")
_CELL_END = re.compile(r"\t|\s{2,}|\s*\|\s*")
_GLUED = re.compile(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])")


def column_kinds(text: str) -> list[str]:
    """What each column of a table of people holds, from its header line. Empty when any cell is something else.

    A kind is one of name, first, last, deputy, organisation, title, party and other."""
    kinds = [_kind(cell) for cell in _cells(text)]
    return kinds if all(kinds) else []


def _cells(text: str) -> list[str]:
    """The cells of a header; cells that copying has glued together ("EfternamnFörnamn") are apart again."""
    cells = [cell.strip(" :") for cell in _CELL_END.split(text) if cell.strip(" :")]
    return cells if len(cells) > 1 else [cell for cell in _GLUED.split(text.strip(" :")) if cell]


def _kind(cell: str) -> str:
    return next((kind for kind, pattern in _COLUMNS if pattern.fullmatch(cell)), "")


def is_column_header(text: str) -> bool:
    """Every cell of the line is the name of a column: "Namn", "Kommun/organisation", "Kommun<tab>Deltagare"."""
    return bool(column_kinds(text))


def is_caption(text: str) -> bool:
    """The hidden caption of a table that copying brings along ("Tabell sammansättning i nätverk")."""
    return bool(_CAPTION.fullmatch(text))
