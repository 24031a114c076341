"""The cells of a line in a table, whatever parts its columns: a tab, a bar, a semicolon or a comma."""

import csv
import re

_LONGEST = 1_000
_QUOTED = re.compile(r'"(.*)"', re.DOTALL)
_SPACES = re.compile(r"\s{2,}")


def sign_of(line: str) -> str:
    """What parts the columns of a line with at least two cells, or ''."""
    if len(line) > _LONGEST:
        return ""
    for sign in ("\t", "|", ";"):
        if line.strip(f" {sign}").count(sign):
            return sign
    return "," if "," in line and (", " not in line or '","' in line) else ""


def cells_of(line: str, sign: str) -> list[str]:
    """The cells of a line by the sign between them, each with single spaces; [] if the line is not such a row."""
    if not sign or len(line) > _LONGEST or sign not in line:
        return []
    if sign == "|" and line.lstrip().startswith("|"):
        line = line.strip()[1:].removesuffix("|")
    parts = line.split(sign)
    if sign in (",", ";") and '"' in line and not any(part.strip() == '"' for part in parts):
        parts = _unquoted(line, sign)
    return [_tidy(part) for part in parts]


def _unquoted(line: str, sign: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=sign, skipinitialspace=True), [])
    except csv.Error:  # a line break within the quotes
        return []


def _tidy(cell: str) -> str:
    cell = cell.strip()
    if len(cell) > 2 and (found := _QUOTED.fullmatch(cell)):
        cell = found[1]
    return _SPACES.sub(" ", cell.replace("|", "/").replace("\t", " ")).strip()
