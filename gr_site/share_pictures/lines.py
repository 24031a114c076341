"""Breaks a title into lines: between words if they fit, else between the parts of Swedish compounds. Pure."""

from collections.abc import Callable, Iterator
from typing import Final

SOFT_HYPHEN: Final = "\u00ad"

Measure = Callable[[str], float]


def break_lines(text: str, width: float, measure: Measure) -> list[str]:
    """The lines of ``text``, none wider than ``width`` by ``measure``. Soft hyphens mark where words may break."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        whole = word.replace(SOFT_HYPHEN, "")
        if measure(f"{line} {whole}".strip()) <= width:
            line = f"{line} {whole}".strip()
            continue
        if line and measure(whole) <= width:
            lines.append(line)
            line = whole
            continue
        *full, line = _break_word(line, word, width, measure)
        lines += full
    return [*lines, line] if line else lines


def _break_word(line: str, word: str, width: float, measure: Measure) -> Iterator[str]:
    """The lines of a word that is too long for a line, the first one continuing ``line``."""
    line = f"{line} " if line else ""
    for piece in word.split(SOFT_HYPHEN):
        if line.strip() and measure(f"{line}{piece}-") > width:
            yield _ended(line)
            line = ""
        for letter in piece:
            # A part that is too long by itself is broken anywhere.
            if line.strip() and measure(f"{line}{letter}-") > width:
                yield _ended(line)
                line = ""
            line += letter
    yield line


def _ended(line: str) -> str:
    """``line`` with a hyphen, unless it ends with a whole word or already has one."""
    return line.strip() if line.endswith((" ", "-")) else f"{line}-"


def balanced(text: str, width: float, measure: Measure) -> list[str]:
    """As few lines as ``break_lines`` gives, but as even as possible without breaking more words."""
    lines = break_lines(text, width, measure)
    narrowed, broken = lines, _broken(lines)
    for share in (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6):
        tried = break_lines(text, width * share, measure)
        if len(tried) > len(lines) or _broken(tried) > broken:
            break
        narrowed = tried
    return narrowed


def _broken(lines: list[str]) -> int:
    return sum(line.endswith("-") for line in lines)
