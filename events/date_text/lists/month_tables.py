"""Tables with a month in each row and a body in each column, "Månad | AU | Nämnd", as a line for each day."""

import re
from collections.abc import Iterator, Sequence

from ..tokens.vocabulary import MONTHS

_MONTH = re.compile(rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?(?:\s+20\d\d)?", re.IGNORECASE)
_DAYS = re.compile(
    r"(?:(?:den|mån|tis|ons|tors?|fre|lör|sön)[^\W\d_]*\.?\s+)?"
    r"(?P<days>\d{1,2}(?:\s*(?:,|&|och|samt|\+)\s*\d{1,2})*)(?P<rest>\s+(?:kl\b|\().*)?\W*",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"[\s\-\u2013\u2014./x]*", re.IGNORECASE)
_RULE = re.compile(r"[\s|:+-]*-{3}[\s|:+-]*")
_OTHER_HEADS = re.compile(
    r"datum|dag(?:ar)?|tid|klockslag|kl|plats|lokal|vecka|v|tema|ämne|start|slut|anmärkning|kommentar", re.IGNORECASE
)
_LONGEST = 300  # characters of a row

Parts = tuple[str, list[str]]


def with_month_tables(lines: Sequence[str]) -> Iterator[str | Parts]:
    """The lines; those of such a table as (raw line, texts), one text for each day and none for the head."""
    bodies: list[str] = []
    for at, line in enumerate(lines):
        cells = _cells(line)
        if _is_head(cells) and _row_follows(lines, at, len(cells)):
            bodies = cells[1:]
            yield line, []
            continue
        texts = _days_of(cells, bodies) if bodies and len(cells) == len(bodies) + 1 else None
        if texts is None and line.strip() and not _RULE.fullmatch(line):
            bodies = []
        yield line if texts is None else (line, texts)


def _cells(line: str) -> list[str]:
    if len(line) > _LONGEST:
        return []
    mark = next((mark for mark in "|\t;" if mark in line), "")
    if not mark:
        return []
    cells = [cell.strip(" *") for cell in line.strip(" \r").split(mark)]
    outer = mark == "|" and line.strip().startswith("|")
    cells = cells[1:] if outer else cells
    return cells[:-1] if not cells[-1] and (outer or mark == "\t") and len(cells) > 1 else cells


def _is_head(cells: Sequence[str]) -> bool:
    """Whether the cells are "Månad", or nothing, and names of bodies."""
    if len(cells) < 2 or not re.fullmatch(r"(?:månad(?:er)?|month|20\d\d)?", cells[0], re.IGNORECASE):
        return False
    return all(
        re.search(r"[^\W\d_]", cell) and not re.search(r"\d", cell)
        and not _MONTH.fullmatch(cell) and not _OTHER_HEADS.fullmatch(cell)
        for cell in cells[1:]
    )  # fmt: skip


def _row_follows(lines: Sequence[str], at: int, width: int) -> bool:
    """Whether the next line that is no rule or blank begins with a month and has as many cells."""
    for line in lines[at + 1 : at + 4]:
        if line.strip() and not _RULE.fullmatch(line):
            cells = _cells(line)
            return len(cells) == width and bool(_MONTH.fullmatch(cells[0]))
    return False


def _days_of(cells: Sequence[str], bodies: Sequence[str]) -> list[str] | None:
    """A text for each day, "12 Januari\\tTema: AU"; None if a cell holds something else than days."""
    if not _MONTH.fullmatch(cells[0]):
        return None
    texts: list[str] = []
    for cell, body in zip(cells[1:], bodies, strict=True):
        found = _DAYS.fullmatch(cell)
        if found is None and not _EMPTY.fullmatch(cell):
            return None
        days = re.findall(r"\d+", found["days"]) if found else []
        rest = (found["rest"] or "").strip() if found else ""
        texts += [f"{day} {cells[0]}\t{rest}\tTema: {body}".replace("\t\t", "\t") for day in days]
    return texts
