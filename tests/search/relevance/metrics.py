"""Measures of a ranking. Pure. ``ranking``: keys in the order shown; ``grades``: ``{key: 1..3}`` of what is wanted."""

from collections.abc import Mapping, Sequence
from math import log2


def success(ranking: Sequence[str], grades: Mapping[str, int], at: int) -> float:
    """1 if one of the best graded is among the first ``at``, else 0."""
    best = max(grades.values())
    return float(any(grades.get(key) == best for key in ranking[:at]))


def reciprocal_rank(ranking: Sequence[str], grades: Mapping[str, int]) -> float:
    """1 / the place of the first wanted key, 0 when none is there."""
    return next((1 / place for place, key in enumerate(ranking, start=1) if key in grades), 0.0)


def ndcg(ranking: Sequence[str], grades: Mapping[str, int], at: int = 10) -> float:
    """Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002), with gain 2^grade - 1."""
    best = _gain(sorted(grades.values(), reverse=True)[:at])
    return _gain([grades.get(key, 0) for key in ranking[:at]]) / best


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades, start=1))
