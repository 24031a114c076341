"""Builds groups of phrases that mean the same. Pure."""

from collections.abc import Iterable, Sequence

from .words import words


def phrase(text: str) -> str:
    """The words of ``text`` in lower case with single spaces; '' if it has none."""
    return " ".join(words(text))


def with_pairs(groups: Iterable[Sequence[str]], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """``groups`` of phrases plus ``pairs`` (abbreviation, what it stands for).

    A pair joins the first group that has either phrase, or becomes a group. A pair with an empty phrase, or with the
    same phrase twice, is left out.
    """
    joined = [list(group) for group in groups]
    for short, long in pairs:
        if not short or not long or short == long:
            continue
        group = next((group for group in joined if short in group or long in group), None)
        if group is None:
            joined.append([short, long])
        else:
            group += [each for each in (short, long) if each not in group]
    return joined
