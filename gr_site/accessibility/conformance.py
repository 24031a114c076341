"""Checks whether a statement contradicts itself. Pure: values in, verdict out."""

from collections.abc import Collection

FULL, PARTIAL, NONE = "full", "partial", "none"
_OUTSIDE = "outside"


def claims_too_much(conformance: str, reasons: Collection[str], documents: int) -> bool:
    """Whether it claims full conformance despite shortcomings with these ``reasons`` or ``documents`` that are not
    accessible. What the law does not require is not a shortcoming."""
    return conformance == FULL and _falls_short(reasons, documents)


def lacks_shortcomings(conformance: str, reasons: Collection[str], documents: int) -> bool:
    """Whether it says that something is wrong without saying what."""
    return conformance in (PARTIAL, NONE) and not _falls_short(reasons, documents)


def shown(conformance: str, reasons: Collection[str], documents: int) -> str:
    """The conformance shown to visitors. A file that is marked later must not make the statement untrue."""
    return PARTIAL if claims_too_much(conformance, reasons, documents) else conformance


def _falls_short(reasons: Collection[str], documents: int) -> bool:
    return bool(documents) or any(reason != _OUTSIDE for reason in reasons)
