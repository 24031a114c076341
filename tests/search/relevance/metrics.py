"""Measures of a ranking. Pure. ``ranking``: addresses in the order shown; ``grades``: ``{address: 1..}`` of what is
wanted."""

from collections.abc import Mapping, Sequence
from math import log2


def success(ranking: Sequence[str], grades: Mapping[str, int]) -> float:
    """1 if the first is one of the best graded, else 0."""
    return float(bool(ranking) and grades.get(ranking[0]) == max(grades.values()))


def ndcg(ranking: Sequence[str], grades: Mapping[str, int], at: int = 10) -> float:
    """Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002), with gain 2^grade - 1."""
    best = _gain(sorted(grades.values(), reverse=True)[:at])
    return _gain([grades.get(address, 0) for address in ranking[:at]]) / best


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades, start=1))
