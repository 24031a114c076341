"""Whether a statement contradicts itself. Pure: values in, verdict out."""

from collections.abc import Collection

FULL, PARTIAL, NONE = "full", "partial", "none"
_OUTSIDE = "outside"


def claims_too_much(conformance: str, reasons: Collection[str], documents: int) -> bool:
    """Whether it says that all is well beside shortcomings with these ``reasons``, or ``documents`` that not everybody
    can read. What the law does not ask for is no shortcoming."""
    return conformance == FULL and _falls_short(reasons, documents)


def lacks_shortcomings(conformance: str, reasons: Collection[str], documents: int) -> bool:
    """Whether it says that something is wrong and not what."""
    return conformance in (PARTIAL, NONE) and not _falls_short(reasons, documents)


def shown(conformance: str, reasons: Collection[str], documents: int) -> str:
    """What visitors are told: a file that has been marked since must not make the statement untrue."""
    return PARTIAL if claims_too_much(conformance, reasons, documents) else conformance


def _falls_short(reasons: Collection[str], documents: int) -> bool:
    return bool(documents) or any(reason != _OUTSIDE for reason in reasons)
