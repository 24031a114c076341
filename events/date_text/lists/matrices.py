"""Tables of bodies and months that a copy has flattened: refused whole, since no row says which month it is in."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..tokens.scanner import plain, tokenize
from ..tokens.token import Kind
from ..tokens.vocabulary import MONTHS
from .drafts import Draft, refused_row
from .headings import is_meeting_list

_FEWEST_MONTHS = 3
_WIDEST_GAP = 60  # lines between two cells
_MONTH_INK = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_DATED_INK = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_TRAILING = re.compile(r"(?:kl\.?\s*)?\d{1,2}[.:]\d\d|\*+\s*\S+", re.IGNORECASE)
_FOOTNOTE = re.compile(r"[*\s]+")


def without_matrices(lines: Sequence[str]) -> Iterator[str | Draft]:
    """The lines, with each flattened month table given as one refused row."""
    index = 0
    while index < len(lines):
        begin = _months_begin(lines, index)
        if begin is None:
            yield lines[index]
            index += 1
            continue
        end = _table_end(lines, begin)
        if end is None:
            yield from lines[index:begin]
            index = begin
            continue
        yield refused_row([line for line in lines[index:end] if line.strip()], "matrix")
        index = end


def _months_begin(lines: Sequence[str], index: int) -> int | None:
    """The index after a head of three or more months that begins at `index`, or None."""
    if len(_months(lines[index])) >= _FEWEST_MONTHS:
        return index + 1
    count, at = 0, index
    while at < len(lines) and at < index + 40:
        text = lines[at].strip()
        if text and not (len(_months(text)) == 1 and len(tokenize(plain(text[:60]))) == 1):
            break
        count += bool(text)
        at += 1
    return at if count >= _FEWEST_MONTHS else None


def _months(line: str) -> list[int]:
    """The months of a line that is nothing but month names and at most two other words; else []."""
    if len(line) > 300 or _DATED_INK.search(line) or not _MONTH_INK.search(line):
        return []
    tokens = tokenize(plain(line))
    months = [token.value[0] for token in tokens if token.kind is Kind.MONTH]
    digits = [token for token in tokens if token.kind in (Kind.NUMBER, Kind.DAYMONTH, Kind.DATE, Kind.CLOCK)]
    words = [token for token in tokens if token.kind is Kind.WORD]
    return months if not digits and len(words) <= 2 else []


def _table_end(lines: Sequence[str], begin: int) -> int | None:
    """The index after the table's last cell, or None if no cells of bare days follow the months."""
    cells, last = 0, begin
    for at in range(begin, len(lines)):
        text = lines[at].strip()
        if not text:
            continue
        if at - last > _WIDEST_GAP:
            break
        if is_meeting_list(text) and re.search(r"20\d\d", text):
            break
        days = _bare_days(text)
        if days:
            cells += days
            last = at + 1
        elif _is_dated(text):
            break
        elif cells and _TRAILING.fullmatch(text):
            last = at + 1
    return last if cells >= _FEWEST_MONTHS else None


def _bare_days(text: str) -> int:
    """How many cells of days a line holds: "21*" has one, "Styrelsen 14 4 4 12" four, "7 februari" none."""
    tokens = tokenize(plain(_FOOTNOTE.sub(" ", text[:300])))
    if any(token.kind in (Kind.MONTH, Kind.KL, Kind.DAYMONTH, Kind.DATE) for token in tokens):
        return 0
    figures = [token for token in tokens if token.kind is Kind.NUMBER and 1 <= token.value[0] <= 31]
    others = [token for token in tokens if token.kind is Kind.WORD]
    return len(figures) if figures and len(others) <= 6 and (len(figures) >= 3 or not others) else 0


def _is_dated(text: str) -> bool:
    tokens = tokenize(plain(text[:300]))
    return any(token.kind in (Kind.DAYMONTH, Kind.DATE) for token in tokens) or any(
        first.kind is Kind.NUMBER and second.kind is Kind.MONTH for first, second in pairwise(tokens)
    )
