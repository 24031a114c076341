"""Lines -> paragraphs: broken lines are joined, bullets stay bullets, blank lines part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .lines import Line
from .page import Paragraph


def group_lines(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that are one paragraph or one bullet together. A line continues the one before when it is indented
    deeper than its bullet, or starts in lower case after a line that has not ended."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _continues(group: Sequence[Line], line: Line) -> bool:
    first, last = group[0], group[-1]
    if line.bullet or line.after_blank or line.level or first.level or not line.text:
        return False
    if first.bullet and line.indent > first.indent:
        return True
    return line.text[0].islower() and not last.text.endswith((".", "!", "?", ":", ";"))


def paragraphs_of(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    return tuple(paragraph_of(group) for group in group_lines(lines))


def paragraph_of(group: Sequence[Line]) -> Paragraph:
    """One paragraph of the group's lines; a word broken at a hyphen stays as it was, since many words keep theirs.
    A numbered bullet becomes text that begins with its number, which minutes and decisions refer to."""
    first = group[0]
    text = join_texts([first.ordinal, *(line.text for line in group)])
    return Paragraph(text, "bullet" if first.bullet and not first.ordinal else "text")


def join_texts(texts: Iterable[str]) -> str:
    return " ".join(text.strip() for text in texts if text.strip())
